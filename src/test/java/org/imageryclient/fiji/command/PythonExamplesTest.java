// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.WindowManager;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.imageryclient.auth.Token;
import org.imageryclient.color.Palette;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.mask.RootMask;
import org.imageryclient.overlay.Outline;
import org.imageryclient.overlay.Overlay;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/**
 * Runs the examples of {@code imageryclient.py} in scripts/jython by the real
 * Jython, and holds what they leave against the Java API.
 */
class PythonExamplesTest {

	private static final byte[] INFO =
		"""
				{"type": "image", "data_type": "uint8", "num_channels": 1, "scales": [{"key": "s",
				"size": [300, 300, 60], "resolution": [8, 8, 40], "voxel_offset": [1000, 2000, 300],
				"chunk_sizes": [[64, 64, 16]], "encoding": "raw"}]}"""
			.getBytes(StandardCharsets.UTF_8);

	@TempDir
	private Path output;

	private final Context context = new Context();

	@AfterEach
	void dispose() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	@Test
	void cutouts_sayWhatTheJavaApiGives() throws Exception {
		final String report = (String) run("Cut_out_imagery_and_masks.py", sample(
			"20512, 12512, 310")).getOutput("report");

		final Region where = Region.centered(20512, 12512, 310).size(400, 400, 1);
		final List<String> two = largest(where);
		final PairedCutout pair = pair(where, two);
		assertEquals(List.of("coordinates count voxels of [4.6, 4.6, 45.0] nm",
			"by corners (400, 400, 1)", "the same by centre True True",
			"coarser (100, 100, 1)", "in pixels (400, 400, 1)",
			"scaled (400, 400, 1)", "in other voxels (400, 400, 1)",
			"the id in the middle " + Long.toUnsignedString(client().segmentation(pair
				.region()).idAt(200, 200, 0)), voxels(pair, two.get(1)), voxels(pair,
					two.get(0))), report.lines().toList());
		assertEquals(List.of("pair.manifest.json", "pair_imagery.png",
			"pair_root_id_" + two.get(1) + ".png", "pair_root_id_" + two.get(0) +
				".png"), names());
	}

	private static String voxels(final PairedCutout pair, final String root) {
		return root + " has " + pair.masks().get(root).voxelCount() + " voxels";
	}

	@Test
	void overlays_areThoseOfTheJavaApi() throws Exception {
		run("Draw_overlays.py", sample("20622, 12482, 310"));

		final Region where = Region.centered(20622, 12482, 310).size(200, 160, 1);
		final List<String> two = largest(where);
		final Overlay plain = Overlay.of(pair(where, two));
		final Overlay colored = plain.colorSharesById(Map.of(two.get(0),
			new double[] { 0, 1, 1 }, two.get(1), new double[] { 1, 0, 0 }));
		assertPicture(plain, "filled.png");
		assertPicture(plain.colors(ColorScheme.of(Palette.of("tab10"))).alpha(0.4),
			"palette.png");
		assertPicture(colored, "colors.png");
		assertPicture(colored.outline(Outline.outside(6)).alpha(0.5),
			"outside.png");
		assertPicture(colored.outline(Outline.inside(3).merged(false)).alpha(1),
			"inside.png");
		assertEquals(Set.of(0, 0x3300ffff, 0x33ff0000), Set.copyOf(pixels(
			"transparent.png")));
		assertEquals(620, picture("row.png").getWidth());
		assertEquals(488, picture("column.png").getHeight());
	}

	@Test
	void slices_areSavedUnderTheNamesOfTheReference() throws Exception {
		run("Save_slices.py", sample("20622, 12482, 311"));

		final List<String> pictures = names().stream().filter(name -> name.endsWith(
			".png")).toList();
		assertEquals(3 + 40 + 6 + 9 + 3, pictures.size(), pictures.toString());
		final BufferedImage plain = picture("em_slice_1_imagery.png");
		final BufferedImage inverted = picture("em_slice_1_inverted.png");
		assertEquals(255 - plain.getRaster().getSample(7, 9, 0), inverted
			.getRaster().getSample(7, 9, 0));
		assertEquals(50, picture("side_slice_39_imagery.png").getWidth());
		assertEquals(100, picture("both_slice_0_imagery.png").getWidth());
		final List<String> two = largest(Region.centered(20622, 12482, 311).size(
			200, 160, 3));
		assertTrue(pixels("axon_slice_0_root_id_" + two.get(0) + ".png").contains(
			0xffff8000));
		assertTrue(pixels("axon_slice_0_root_id_" + two.get(1) + ".png").contains(
			0x800080ff));
	}

	@Test
	void datastack_givesAFigureOfItsNeurons() throws Exception {
		try (RecordedCave cave = RecordedCave.start();
				FaultServer bucket = FaultServer.over(Map.of("em/info", INFO));
				FaultServer global = FaultServer.over(Map.of()))
		{
			final String graph = "graphene://" + cave.url(
				"segmentation/table/pcg_test_v1");
			global.rule("/info/api/v2/datastack/full/stack", request -> Answer.of(200,
				"{\"aligned_volume\": {\"image_source\": \"precomputed://" + bucket.url(
					"em") + "\"}, \"segmentation_source\": \"" + graph +
					"\", \"local_server\": \"" + cave.address().getRawAuthority() +
					"\", \"viewer_resolution_x\": 8, \"viewer_resolution_y\": 8, \"viewer_resolution_z\": 40}"));
			context.service(CutoutService.class).session().credentials().give(URI
				.create(global.url()), Token.of(RecordedCave.VIEWER));

			final ScriptModule script = run("Figure_of_a_CAVE_datastack.py", Map.of(
				"datastack", "stack", "server", global.url(), "center", "1060,2040,305",
				"figure", output.resolve("figure.png").toFile()));

			final String report = (String) script.getOutput("report");
			assertTrue(report.matches(
				"[1-9]\\d* neurons around \\[1060, 2040, 305\\] of " + graph), report);
			assertEquals(64, picture("figure.png").getWidth());
			assertEquals(List.of("figure.png", "figure.png.manifest.json"), names());
		}
	}

	private Map<String, Object> sample(final String center) {
		return Map.of("imagery", SampleVolume.em(), "segmentation", SampleVolume
			.seg(), "center", center, "output", output.toFile());
	}

	private ScriptModule run(final String name, final Map<String, Object> inputs)
		throws Exception
	{
		return context.service(ScriptService.class).run(Path.of("scripts", "jython",
			name).toFile(), true, new HashMap<>(inputs)).get();
	}

	private ImageryClient client() {
		return context.service(CutoutService.class).open(SampleVolume.em(),
			SampleVolume.seg());
	}

	/** The ids of the two neurites with the most voxels, the largest first. */
	private List<String> largest(final Region region) {
		return client().segmentation(region).masks().stream().sorted(Comparator
			.comparingLong(RootMask::voxelCount).reversed()).limit(2).map(mask -> Long
				.toUnsignedString(mask.id())).toList();
	}

	private PairedCutout pair(final Region region, final List<String> ids) {
		return client().imageAndSegmentation(region, RootSelection.of(ids.toArray(
			String[]::new)));
	}

	private void assertPicture(final Overlay expected, final String name)
		throws IOException
	{
		final BufferedImage found = picture(name);
		assertArrayEquals(expected.picture(0).samples(), found.getRGB(0, 0, found
			.getWidth(), found.getHeight(), null, 0, found.getWidth()), name);
	}

	private BufferedImage picture(final String name) throws IOException {
		return ImageIO.read(output.resolve(name).toFile());
	}

	private List<Integer> pixels(final String name) throws IOException {
		final BufferedImage found = picture(name);
		return Arrays.stream(found.getRGB(0, 0, found.getWidth(), found.getHeight(),
			null, 0, found.getWidth())).boxed().distinct().toList();
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(output)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}
}
