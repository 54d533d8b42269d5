// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.mask.RootMask;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.SampleVolume;
import org.imageryclient.testing.TestClassPath;
import org.imageryclient.volume.Planes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/**
 * Runs what is in scripts/ by ImageJ's own macro interpreter and by Jython, and
 * compares every file with what the Java API gives.
 */
class ScriptsTest {

	private static final String CENTER = "20512, 12512, 310";

	private static final String[] LARGEST = { "864691135752731847",
		"864691135290925686", "864691135514888398" };

	private static final String[] OVERLAYS = { "cutout_overlay_slice_0.png",
		"cutout_overlay_slice_1.png", "cutout_overlay_slice_2.png",
		"cutout_overlay_slice_3.png", "cutout_overlay_slice_4.png",
		"cutout_overlay.png.manifest.json" };

	private static final String[] FIGURE = { "figure_slice_0.png",
		"figure_slice_1.png", "figure_slice_2.png", "figure_slice_3.png",
		"figure_slice_4.png", "figure_legend.svg", "figure.png.manifest.json" };

	@TempDir
	private Path output;

	private final Context context = new Context();

	@AfterEach
	void dispose() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	@Test
	void macro_leavesWhatTheJavaApiGives() throws Exception {
		final MacroBridge macros = MacroBridge.to(context);

		final String result = macros.runFile(Path.of("scripts", "macro",
			"Cutout_demo.ijm"), String.join("\n", output.toString(), SampleVolume
				.em(), SampleVolume.seg(), CENTER));

		assertEquals("", result);
		assertFilesAreOfTheSample("cutout_overlay.png");
	}

	@Test
	void jython_leavesWhatTheJavaApiGives() throws Exception {
		final ScriptModule script = context.service(ScriptService.class).run(Path
			.of("scripts", "jython", "Cutout_demo.py").toFile(), true, Map.of(
				"imagery", SampleVolume.em(), "segmentation", SampleVolume.seg(),
				"center", CENTER, "output", output.toFile())).get();

		assertFilesAreOfTheSample(OVERLAYS);
		final ImagePlus image = (ImagePlus) script.getOutput("image");
		assertEquals(5, image.getStackSize());
	}

	@Test
	void demo_leavesWhatTheJavaApiGivesAndSaysWhatItDid() throws Exception {
		final Process demo = new ProcessBuilder(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), "-Djava.awt.headless=true",
			"-cp", TestClassPath.text(), Path.of("scripts", "Demo.java").toString(),
			SampleVolume.FOLDER.toString(), output.toString()).redirectErrorStream(
				true).start();

		final String said = new String(demo.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8);

		assertEquals(0, demo.waitFor(), said);
		for (final String word : List.of("region", "memory", "16 chunks: 16 read",
			LARGEST[0] + "  135842 voxels", "cutout_overlay_slice_2.png",
			"figure_legend.svg", "time"))
			assertTrue(said.contains(word), word + " in:\n" + said);
		assertFilesAreOfTheSample(Stream.concat(Stream.of(OVERLAYS), Stream.of(
			FIGURE)).toArray(String[]::new));
	}

	private void assertFilesAreOfTheSample(final String... overlays)
		throws IOException
	{
		final PairedCutout expected = context.service(CutoutService.class).open(
			SampleVolume.em(), SampleVolume.seg()).imageAndSegmentation(Region
				.centered(20512, 12512, 310).size(400, 400, 5), RootSelection.all());
		final ImagePlus stack = IJ.openImage(output.resolve("cutout.tif")
			.toString());
		final List<String> names = new ArrayList<>(List.of("cutout.tif",
			"cutout_labels.tif", "cutout_labels.csv", "cutout.tif.manifest.json",
			"cutout.manifest.json"));
		names.addAll(List.of(overlays));
		for (int z = 0; z < 5; z++) {
			final byte[] plane = imagery(expected, z);
			assertArrayEquals(plane, (byte[]) stack.getStack().getPixels(z + 1));
			assertArrayEquals(plane, png("cutout_slice_" + z + "_imagery.png"));
			names.add("cutout_slice_" + z + "_imagery.png");
			for (final String id : LARGEST) {
				final String name = "cutout_slice_" + z + "_root_id_" + id + ".png";
				assertMask(expected.masks().get(id), z, name);
				names.add(name);
			}
		}
		assertEquals(names.stream().sorted().toList(), savedNames());
		assertEquals(4.6, stack.getCalibration().pixelWidth, 1e-9);
		assertEquals(45, stack.getCalibration().pixelDepth, 1e-9);
	}

	private static byte[] imagery(final PairedCutout pair, final int z) {
		final Planes planes = Planes.of(pair.image().pixels());
		final byte[] plane = new byte[planes.width() * planes.height()];
		System.arraycopy(planes.array(z), planes.offset(z), plane, 0, plane.length);
		return plane;
	}

	private void assertMask(final RootMask mask, final int z, final String name)
		throws IOException
	{
		final byte[] expected = mask.plane(2, z);
		final int[] argb = javax.imageio.ImageIO.read(output.resolve(name).toFile())
			.getRGB(0, 0, 400, 400, null, 0, 400);
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], (byte) (argb[i] >>> 24), name + " pixel " + i);
	}

	private byte[] png(final String name) {
		return (byte[]) IJ.openImage(output.resolve(name).toString()).getProcessor()
			.getPixels();
	}

	private List<String> savedNames() throws IOException {
		try (Stream<Path> files = Files.list(output)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}
}
