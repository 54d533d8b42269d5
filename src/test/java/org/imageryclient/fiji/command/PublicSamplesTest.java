// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.fiji.ij.CutoutImages;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.fiji.service.SourceFormat;
import org.imageryclient.geom.Region;
import org.imageryclient.overlay.Figure;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.SampleVolume;
import org.imageryclient.volume.ChunkSource;
import org.imageryclient.volume.LocalPrecomputed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/**
 * Each entry of File, Open Samples, with the sample in place of the servers.
 */
class PublicSamplesTest {

	private static final String LABEL = "EM Mouse Cortex (Kasthuri 2011)";

	private static final Region MIDDLE = Region.centered(20512, 12512, 310);

	private static final List<String> OPENED = new ArrayList<>();

	private final Context context = new Context();
	private final MacroBridge macros = MacroBridge.to(context);
	private final CutoutService cutouts = context.service(CutoutService.class);

	@TempDir
	private Path folder;

	@BeforeEach
	void standIn() {
		OPENED.clear();
		context.service(PluginService.class).addPlugin(new PluginInfo<>(
			OnThisDisk.class, SourceFormat.class));
	}

	@AfterEach
	void dispose() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	@ParameterizedTest
	@MethodSource("labels")
	void entry_opensAsAPicture(final String label) {
		macros.run("run('" + label + "');", "");

		assertSameImage(pair(MIDDLE.pixels(256, 256), 2));
	}

	@ParameterizedTest
	@MethodSource("labels")
	void entry_withKeys_opensThatPlace(final String label) {
		macros.run("run('" + label +
			"', 'center=20400,12400,305 size=[40, 30, 2] mip=0');", "");

		assertSameImage(pair(Region.centered(20400, 12400, 305).size(40, 30, 2),
			0));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"EM Mouse Cortex (Kasthuri 2011) | gs://neuroglancer-public-data/kasthuri2011/image_color_corrected | gs://neuroglancer-public-data/kasthuri2011/ground_truth", //
		"EM Mouse Visual Cortex (MICrONS minnie65) | https://bossdb-open-data.s3.amazonaws.com/iarpa_microns/minnie/minnie65/em | gs://iarpa_microns/minnie/minnie65/seg_m1300", //
		"EM Human Cortex (H01) | gs://h01-release/data/20210601/4nm_raw | gs://h01-release/data/20210601/c3", //
		"EM Fly Brain (Hemibrain) | gs://neuroglancer-janelia-flyem-hemibrain/emdata/clahe_yz/jpeg | gs://neuroglancer-janelia-flyem-hemibrain/v1.2/segmentation", //
		"EM Fly Brain (FlyWire 783) | https://bossdb-open-data.s3.amazonaws.com/flywire/fafbv14 | gs://flywire_v141_m783", //
		"EM Fly Brain (FAFB with FFN1) | gs://neuroglancer-fafb-data/fafb_v14/fafb_v14_clahe | gs://fafb-ffn1-20190805/segmentation", //
		"EM Fly Medulla (FIB-25) | gs://neuroglancer-public-data/flyem_fib-25/image | gs://neuroglancer-public-data/flyem_fib-25/ground_truth" })
	void entry_isOfItsDataSet(final String label, final String imagery,
		final String segmentation)
	{
		macros.run("run('" + label + "', 'show=none');", "");

		assertEquals(List.of("precomputed://" + imagery, "precomputed://" +
			segmentation), OPENED);
	}

	@Test
	void recordedLine_opensTheSame() {
		macros.run("run('" + LABEL +
			"', 'center=[] size=[] mip=[] roots=all show=auto save=[]');", "");

		assertSameImage(pair(MIDDLE.pixels(256, 256), 2));
	}

	@Test
	void window_isNamedAfterTheSample() {
		macros.run("run('" + LABEL + "');", "");

		assertEquals(LABEL, image().getTitle());
	}

	@Test
	void rootsNone_opensTheImageryAlone() {
		macros.run("run('" + LABEL + "', 'roots=none size=[20 x 10 px]');", "");

		assertEquals(1, OPENED.size());
		assertEquals(20, image().getWidth());
		assertEquals(0, image().getOverlay() == null ? 0 : image().getOverlay()
			.size());
	}

	@Test
	void save_savesAsImageryCutoutDoes() {
		macros.run("run('" + LABEL + "', 'show=none size=20,10 save=[" + folder
			.resolve("fig.png") + "]');", "");

		assertTrue(Files.exists(folder.resolve("fig.png")));
		assertTrue(Files.exists(folder.resolve("fig.png.manifest.json")));
	}

	@Test
	void wrongKey_stopsTheMacro() {
		final String result = macros.run("run('" + LABEL +
			"', 'size=wide'); return 'went on';", "");

		assertEquals("", result);
	}

	private static Stream<String> labels() {
		try (Context context = new Context(CommandService.class)) {
			return context.service(CommandService.class).getCommands().stream()
				.filter(c -> c.getDelegateClassName().startsWith(PublicSamples.class
					.getName())).map(PublicSamplesTest::label).toList().stream();
		}
	}

	private static String label(final CommandInfo command) {
		return command.getMenuPath().getLeaf().getName();
	}

	private PairedCutout pair(final Region region, final int mip) {
		return cutouts.open(SampleVolume.em(), SampleVolume.seg())
			.imageAndSegmentation(CutoutRequest.of(region).withImageMip(mip)
				.withSegmentationMip(mip));
	}

	private ImagePlus image() {
		return (ImagePlus) macros.lastModule().getOutput("image");
	}

	/** With the segments over it. */
	private void assertSameImage(final PairedCutout expected) {
		final ImagePlus wanted = CutoutImages.paired(expected, RootColors.hashed(),
			Figure.USUAL_ALPHA);
		assertEquals(wanted.getNSlices(), image().getNSlices());
		for (int z = 1; z <= wanted.getNSlices(); z++) {
			wanted.setSlice(z);
			image().setSlice(z);
			assertArrayEquals((byte[]) wanted.getProcessor().getPixels(),
				(byte[]) image().getProcessor().getPixels());
			assertArrayEquals((int[]) wanted.flatten().getProcessor().getPixels(),
				(int[]) image().flatten().getProcessor().getPixels());
		}
	}

	/** The sample, whatever address on a server is asked for. */
	public static final class OnThisDisk implements SourceFormat {

		@Override
		public boolean reads(final String address) {
			return address.startsWith("precomputed://");
		}

		@Override
		public ChunkSource open(final String address) {
			OPENED.add(address);
			return LocalPrecomputed.open(OPENED.size() == 1 ? SampleVolume.em()
				: SampleVolume.seg());
		}
	}
}
