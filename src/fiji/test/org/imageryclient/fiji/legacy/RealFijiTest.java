// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.Menus;
import ij.WindowManager;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imagej.legacy.LegacyService;

import org.imageryclient.Progress;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.Manifest;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.table.SegmentTable;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.python.util.PythonInterpreter;
import org.scijava.Context;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/**
 * The real imagej-legacy runs the commands from macros, and the real
 * scripting-jython brings the service to scripts: both give the voxels that the
 * Java API gives.
 */
@Tag("imagej-legacy")
class RealFijiTest {

	private static final Region REGION = Region.bounds(20508, 12508, 310, 20516,
		12514, 312);

	private static final String BOUNDS =
		" bounds=[20508,12508,310,20516,12514,312]";

	private static final int WIDTH = 8;
	private static final int HEIGHT = 6;
	private static final int DEPTH = 2;

	/** All pixels of the current image, x fastest. */
	private static final String PIXELS = "text = '';\n" +
		"for (z = 1; z <= nSlices; z++) { setSlice(z);\n" +
		"for (y = 0; y < getHeight(); y++) for (x = 0; x < getWidth(); x++)\n" +
		"text = text + d2s(getPixel(x, y), 0) + ' '; }\n";

	private Context context;

	@BeforeEach
	void setUp() {
		context = RealFiji.context();
		assertTrue(context.service(LegacyService.class).isActive(),
			"imagej-legacy is at work");
	}

	@AfterEach
	void dispose() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	@Test
	void commands_areInTheMenusOfImageJ() {
		assertTrue(Menus.getCommands().containsKey("Imagery Cutout..."));
	}

	@Test
	void macro_givesTheImageryOfTheJavaApi() {
		final String pixels = IJ.runMacro("run('Imagery Cutout...', 'source=" +
			SampleVolume.em() + BOUNDS + "');\n" + PIXELS + "return text;");

		assertEquals(imagery(), pixels.trim());
	}

	@Test
	void macro_givesTheIdsOfTheJavaApi() {
		final String labels = IJ.runMacro(
			"run('Imagery Cutout...', 'segmentation=" + SampleVolume.seg() + BOUNDS +
				" roots=all');\n" + PIXELS +
				"return text + '|' + getMetadata('Info');");

		final String[] pixelsAndInfo = labels.split("\\|", 2);
		assertEquals(ids(), idsOf(pixelsAndInfo[0], pixelsAndInfo[1]));
	}

	@Test
	void macro_ofSegmentationMasks_givesTheTableOfTheJavaApi() {
		final String table = IJ.runMacro(
			"run('Segmentation Masks...', 'segmentation=" + SampleVolume.seg() +
				BOUNDS + " table=true');\ntext = '';\n" +
				"for (i = 0; i < nResults; i++) text = text + " +
				"Table.getString('root_id', i) + ' ' + Table.get('voxels', i) + ';';\n" +
				"return text;");

		assertEquals(SegmentTable.of(context.service(CutoutService.class).open("",
			SampleVolume.seg()).segmentation(REGION)).segments().stream().map(
				s -> Long.toUnsignedString(s.id()) + " " + s.voxels() + ";").collect(
					Collectors.joining()), table);
	}

	@Test
	void macroLineOfAManifest_givesTheSameFiles(@TempDir final Path first,
		@TempDir final Path second)
	{
		final CutoutService cutouts = context.service(CutoutService.class);
		cutouts.save(cutouts.open(SampleVolume.em(), SampleVolume.seg())
			.imageAndSegmentation(CutoutRequest.of(REGION).withStrict(true)
				.withResize(false)), SaveOptions.prefix(first.resolve("fig"))
					.background(true).colors(ColorScheme.parse(
						"864691135752731847=#ff800080 tab10")), Progress.NONE);
		final Manifest manifest = Manifest.read(first.resolve("fig.manifest.json"));

		IJ.runMacro(manifest.macro().orElseThrow().replace(first.toString(), second
			.toString()));

		assertEquals(manifest.files(), Manifest.read(second.resolve(
			"fig.manifest.json")).files());
	}

	@Test
	void jython_givesTheImageryOfTheJavaApi() throws Exception {
		final String script = script("source", "client.image(where)",
			"str(cut.pixels().getAt([x, y, z, 0]).get())");

		assertEquals(imagery(), run(script));
	}

	@Test
	void jython_givesTheIdsOfTheJavaApi() throws Exception {
		final String script = script("segmentation",
			"client.segmentation(where, RootSelection.all())",
			"str(cut.idAt(x, y, z))");

		assertEquals(ids(), run(script));
	}

	@Test
	void imageryclient_findsTheServiceByItself() throws Exception {
		final String script = "#@output String text\nimport imageryclient as ic\n" +
			"image = ic.ImageryClient(image_source='" + SampleVolume.em() +
			"').image_cutout([[20508, 12508, 310], [20516, 12514, 312]])\n" +
			"text = ' '.join([str(image[x, y, z]) for z in range(" + DEPTH +
			") for y in range(" + HEIGHT + ") for x in range(" + WIDTH + ")])\n";

		assertEquals(imagery(), run(script));
	}

	@Test
	void imageryclient_outsideOfScripts_findsTheServiceOfFiji() {
		try (PythonInterpreter console = new PythonInterpreter()) {
			console.exec("from imageryclient_arguments import service\n" +
				"found = service()");

			assertSame(context.service(CutoutService.class), console.get("found",
				CutoutService.class));
		}
	}

	private static String script(final String side, final String cutout,
		final String voxel)
	{
		return "#@ CutoutService cutouts\n#@output String text\n" +
			"from org.imageryclient.cutout import RootSelection\n" +
			"from org.imageryclient.geom import Region\n" +
			"client = cutouts.open('" + (side.equals("source") ? SampleVolume.em()
				: "") + "', '" + (side.equals("source") ? "" : SampleVolume.seg()) +
			"')\n" + "where = Region.bounds(20508, 12508, 310, 20516, 12514, 312)\n" +
			"cut = " + cutout + "\n" + "text = ' '.join([" + voxel +
			" for z in range(" + DEPTH + ") for y in range(" + HEIGHT +
			") for x in range(" + WIDTH + ")])\n";
	}

	private String run(final String script) throws Exception {
		final ScriptModule module = context.service(ScriptService.class).run(
			"voxels.py", script, true, Map.of()).get();
		assertEquals("org.scijava.plugins.scripting.jython.JythonScriptLanguage",
			module.getLanguage().getClass().getName(), "the real language");
		return (String) module.getOutput("text");
	}

	/** What the Java API gives. */
	private String imagery() {
		final ImageCutout<?> image = context.service(CutoutService.class).open(
			SampleVolume.em(), "").image(REGION);
		return eachVoxel((z, i) -> (int) image.pixels().getAt(i % WIDTH, i / WIDTH,
			z, 0).getRealDouble());
	}

	private static String eachVoxel(final IntBinaryOperator value) {
		return IntStream.range(0, DEPTH).boxed().flatMap(z -> IntStream.range(0,
			WIDTH * HEIGHT).mapToObj(i -> Integer.toString(value.applyAsInt(z, i))))
			.collect(Collectors.joining(" "));
	}

	private String ids() {
		final SegmentationCutout labels = context.service(CutoutService.class).open(
			"", SampleVolume.seg()).segmentation(REGION, RootSelection.all());
		return IntStream.range(0, DEPTH).boxed().flatMap(z -> IntStream.range(0,
			WIDTH * HEIGHT).mapToObj(i -> Long.toUnsignedString(labels.idAt(i % WIDTH,
				i / WIDTH, z)))).collect(Collectors.joining(" "));
	}

	/** The id of each label, by the list in the image's info. */
	private static String idsOf(final String labels, final String info) {
		final Map<String, String> idOf = info.lines().filter(line -> line.matches(
			"\\d+ = \\d+")).collect(Collectors.toMap(line -> line.split(" = ")[0],
				line -> line.split(" = ")[1]));
		return Arrays.stream(labels.trim().split(" ")).map(label -> idOf
			.getOrDefault(label, "0")).collect(Collectors.joining(" "));
	}
}
