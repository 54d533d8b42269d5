// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.WindowManager;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.tools.ToolProvider;

import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.TestClassPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.script.ScriptService;

/** Runs the examples of README.md as they stand there. */
class ReadmeTest {

	private static final String IMPORTS = "import org.imageryclient.color.*;\n" +
		"import org.imageryclient.cutout.*;\nimport org.imageryclient.geom.*;\n" +
		"import org.imageryclient.fiji.service.CutoutService;\n";

	@TempDir
	private Path folder;

	private final Context context = new Context();

	@AfterEach
	void dispose() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	@Test
	void java_savesOverlays() throws Exception {
		final Path source = folder.resolve("Example.java");
		Files.writeString(source, IMPORTS +
			"public class Example { public static void run(CutoutService cutouts) {\n" +
			block("java") + "}}");
		final int result = ToolProvider.getSystemJavaCompiler().run(null, null,
			null, "-proc:none", "-cp", TestClassPath.text(), "-d", folder.toString(),
			source.toString());
		assertEquals(0, result, "compiles");

		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri()
			.toURL() }, getClass().getClassLoader()))
		{
			loader.loadClass("Example").getMethod("run", CutoutService.class).invoke(
				null, context.service(CutoutService.class));
		}

		assertEquals(List.of("overlay.png.manifest.json", "overlay_slice_0.png",
			"overlay_slice_1.png", "overlay_slice_2.png", "overlay_slice_3.png",
			"overlay_slice_4.png"), figures());
	}

	@Test
	void macro_savesStacks() throws Exception {
		MacroBridge.to(context).run(block("ijm"), "");

		assertEquals(List.of("stack.tif", "stack.tif.manifest.json",
			"stack_labels.csv", "stack_labels.tif"), figures());
	}

	/** Apart from its text, which fonts draw otherwise elsewhere. */
	@Test
	void macroOfTheFigure_drawsIt() throws Exception {
		MacroBridge.to(context).run(block("ijm", 1), "");

		assertEquals(List.of("figure.png", "figure.png.manifest.json"), figures());
		assertArrayEquals(pixels(Path.of("doc", "img", "figure.png")), pixels(folder
			.resolve("figures/figure.png")));
	}

	/** Those above the scale bar and left of the legend. */
	private static int[] pixels(final Path figure) throws IOException {
		return ImageIO.read(figure.toFile()).getRGB(0, 0, 448, 270, null, 0, 448);
	}

	@Test
	void jython_savesMasks() throws Exception {
		context.service(ScriptService.class).run("readme.py", block("python"), true,
			Map.of()).get();

		assertEquals(List.of("neurites.manifest.json",
			"neurites_root_id_864691135290925686.png",
			"neurites_root_id_864691135752731847.png"), figures());
	}

	/** The first block of a language, with its files in a folder of the test. */
	private String block(final String language) throws IOException {
		return block(language, 0);
	}

	private String block(final String language, final int index)
		throws IOException
	{
		final Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```")
			.matcher(Files.readString(Path.of("README.md")));
		for (int i = 0; i <= index; i++)
			assertTrue(block.find(), language);
		final Path figures = Files.createDirectories(folder.resolve("figures"));
		return block.group(1).replace("figures/", figures.toString().replace('\\',
			'/') + "/");
	}

	private List<String> figures() throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve("figures"))) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}
}
