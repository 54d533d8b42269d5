// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.imageryclient.Progress;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.export.Manifest;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.mask.RootMask;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.PositionFormula;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.script.ScriptService;

class ReopenCutoutCommandTest {

	private static final CutoutRequest REQUEST = CutoutRequest.of(Region.centered(
		20512, 12512, 310).size(40, 30, 2));

	private final Context context = new Context();
	private final CutoutService cutouts = context.service(CutoutService.class);
	private final List<String> said = new ArrayList<>();

	@TempDir
	private Path folder;

	@AfterEach
	void close() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	@Test
	void run_showsTheCutoutOfTheManifest() throws Exception {
		final ImagePlus shown = (ImagePlus) cutouts.show(pair());
		cutouts.save(pair(), folder.resolve("fig"));

		final ImagePlus again = image(run(folder.resolve("fig.manifest.json")));

		assertEquals("40 30 2", again.getWidth() + " " + again.getHeight() + " " +
			again.getNSlices());
		assertArrayEquals((byte[]) shown.getStack().getPixels(2), (byte[]) again
			.getStack().getPixels(2));
		assertEquals(shown.getCalibration().xOrigin, again
			.getCalibration().xOrigin);
		assertEquals(2, again.getOverlay().size());
	}

	@Test
	void run_showsItInItsColours() throws Exception {
		cutouts.save(pair(), SaveOptions.prefix(folder.resolve("fig")).colors(
			ColorScheme.parse("tab10")), Progress.NONE);

		final ImagePlus again = image(run(folder.resolve("fig.manifest.json")));

		assertEquals("tab10", Manifest.inInfo(again.getInfoProperty(), "").get()
			.colors().get().scheme());
	}

	@Test
	void run_ofASavedStack_readsItsInfo() throws Exception {
		cutouts.save(pair(), folder.resolve("fig.tif"));
		Files.delete(folder.resolve("fig.tif.manifest.json"));

		final ImagePlus again = image(run(folder.resolve("fig_labels.tif")));

		assertEquals(40, again.getWidth());
	}

	@Test
	void run_ofAnImageThatImageJSaved_readsItsInfo() throws Exception {
		final Path file = folder.resolve("shown.tif");
		IJ.saveAsTiff((ImagePlus) cutouts.show(pair().image()), file.toString());

		final ImagePlus again = image(run(file));

		assertNull(again.getOverlay());
		assertEquals(40, again.getWidth());
	}

	@Test
	void run_whereMoreIsMissingNow_saysSo() throws Exception {
		final Path volume = folder.resolve("em");
		FormulaVolume.raw(DataType.UINT8, PositionFormula.DISTINCT).scale(
			new Resolution(4, 4, 40), new Long3(0, 0, 0), new Long3(64, 64, 4),
			new Long3(32, 32, 4)).writeTo(volume);
		cutouts.save(cutouts.open(volume.toString()).image(Region.bounds(0, 0, 0,
			64, 64, 4)), folder.resolve("fig"));
		Files.delete(volume.resolve("s0/0-32_0-32_0-4"));
		Files.delete(volume.resolve("s0/32-64_0-32_0-4"));
		context.dispose();

		try (Context later = new Context()) {
			run(later, folder.resolve("fig.manifest.json"));
		}

		assertTrue(said.stream().anyMatch(line -> line.contains(
			"Then there were 0 chunks of the imagery that are not there, now there are 2")),
			said.toString());
	}

	@Test
	void run_whereAnotherVersionMadeIt_namesBoth() throws Exception {
		cutouts.save(pair(), folder.resolve("fig"));
		edit("\"version\": \"[^\"]*\"", "\"version\": \"0.0.1\"");

		run(folder.resolve("fig.manifest.json"));

		assertTrue(said.stream().anyMatch(line -> line.contains(
			"made by ImageryClient for Fiji 0.0.1; this is ")), said.toString());
	}

	@Test
	void run_whereNothingHasChanged_saysNothing() throws Exception {
		cutouts.save(pair(), folder.resolve("fig"));

		run(folder.resolve("fig.manifest.json"));

		assertEquals(List.of(), said);
	}

	@Test
	void run_whereOtherSegmentsAreThere_saysSo() throws Exception {
		cutouts.save(pair(), folder.resolve("fig"));
		edit("\"ids\": \\[", "\"ids\": [\"5\", ");

		run(folder.resolve("fig.manifest.json"));

		assertTrue(said.stream().anyMatch(line -> line.contains(
			"segments were shown then")), said.toString());
	}

	@Test
	void run_withoutAFile_namesTheKey() throws Exception {
		final Module done = context.service(CommandService.class).run(
			ReopenCutoutCommand.class, true).get();

		assertTrue(((Cancelable) done).getCancelReason().contains("manifest"));
	}

	@Test
	void run_ofATiffWithoutAManifest_saysWhereToLook() throws Exception {
		final Path file = folder.resolve("plain.tif");
		IJ.saveAsTiff(IJ.createImage("plain", 4, 4, 1, 8), file.toString());

		final Module done = run(file);

		final String reason = ((Cancelable) done).getCancelReason();
		assertTrue(reason.contains(file.toString()) && reason.contains(
			".manifest.json"), reason);
	}

	@Test
	void run_ofABrokenManifest_namesFileAndPlace() throws Exception {
		cutouts.save(pair(), folder.resolve("fig"));
		edit("\"fit\": \"bounds\"", "\"fit\": \"tight\"");

		final Module done = run(folder.resolve("fig.manifest.json"));

		final String reason = ((Cancelable) done).getCancelReason();
		assertTrue(reason.contains("$.request.fit") && reason.contains(
			"fig.manifest.json"), reason);
	}

	@Test
	void macro_reopens() {
		cutouts.save(pair(), folder.resolve("fig"));

		final String width = MacroBridge.to(context).run(
			"run('Reopen Cutout...', 'manifest=[" + folder.resolve(
				"fig.manifest.json") + "]'); return '' + getWidth();", "");

		assertEquals("40", width);
	}

	@Test
	void jython_reopensByTheServiceToo() throws Exception {
		cutouts.save(pair().masks(), folder.resolve("fig").toString());

		final Module done = context.service(ScriptService.class).run("reopen.py",
			"#@ CutoutService cutouts\n#@ String file\n#@output voxels\n#@output ids\n" +
				"cutout = cutouts.reopen(file)\n" +
				"voxels = sum(m.voxelCount() for m in cutout.masks().stream().toList())\n" +
				"from java.nio.file import Paths\n" +
				"ids = [id == long(str(id)) for id in cutouts.manifest(Paths.get(file)).ids()]\n",
			true, Map.of("file", folder.resolve("fig.manifest.json").toString()))
			.get();

		assertEquals(pair().masks().stream().mapToLong(RootMask::voxelCount).sum(),
			((Number) done.getOutput("voxels")).longValue());
		assertEquals(pair().segmentation().ids().length, ((List<?>) done.getOutput(
			"ids")).size());
	}

	private void edit(final String found, final String replacement)
		throws IOException
	{
		final Path file = folder.resolve("fig.manifest.json");
		Files.writeString(file, Files.readString(file).replaceFirst(found,
			replacement));
	}

	private Module run(final Path file) throws Exception {
		return run(context, file);
	}

	private Module run(final Context where, final Path file) throws Exception {
		where.service(LogService.class).addLogListener(message -> {
			if (message.level() <= LogLevel.WARN) said.add(message.text());
		});
		return where.service(CommandService.class).run(ReopenCutoutCommand.class,
			true, "manifest", file.toFile()).get();
	}

	private static ImagePlus image(final Module done) {
		return (ImagePlus) done.getOutput("image");
	}

	private PairedCutout pair() {
		return cutouts.open(SampleVolume.em(), SampleVolume.seg())
			.imageAndSegmentation(REQUEST);
	}
}
