// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.WindowManager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.imageryclient.export.Manifest;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;

/** Saving what is on the screen: the files are those of the first command. */
class SaveCutoutCommandTest {

	private static final String KEYS = "source=[" + SampleVolume.em() +
		"] segmentation=[" + SampleVolume.seg() +
		"] center=20512,12512,310 size=40,30,2 ";

	private final Context context = new Context();
	private final MacroBridge macros = MacroBridge.to(context);
	private final List<String> warnings = new CopyOnWriteArrayList<>();

	@TempDir
	private Path folder;

	@BeforeEach
	void listen() throws IOException {
		Files.createDirectory(folder.resolve("now"));
		Files.createDirectory(folder.resolve("later"));
		context.service(LogService.class).addLogListener(message -> {
			if (message.level() <= LogLevel.WARN) warnings.add(message.text());
		});
	}

	@AfterEach
	void dispose() {
		macros.run("close('*');", "");
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "fig.tif | ''",
		"fig | colors=tab10 background=true compression=9",
		"fig | part=segmentation axis=y", "fig.png | range=50,200", "fig.zip | ''",
		"fig.csv | ''" })
	void cutout_isSavedAsImageryCutoutSavesIt(final String name,
		final String options) throws IOException
	{
		macros.run("run('Imagery Cutout...', '" + KEYS + options +
			" show=none save=[" + folder.resolve("now").resolve(name) + "]');", "");

		macros.run("run('Imagery Cutout...', '" + KEYS + "colors=[hashed]');" +
			"run('Save Cutout...', '" + options + " save=[" + folder.resolve("later")
				.resolve(name) + "]');", "");

		assertSameFiles();
		assertEquals(List.of(), warnings);
	}

	@Test
	void cutout_hasTheColoursThatItIsShownIn() throws IOException {
		final String colored = KEYS + "colors=[hashed 7]";
		macros.run("run('Imagery Cutout...', '" + colored + " save=[" + folder
			.resolve("now/fig.png") + "]');", "");

		macros.run("run('Imagery Cutout...', '" + colored + "');" +
			"run('Save Cutout...', 'save=[" + folder.resolve("later/fig.png") +
			"]');", "");

		assertSameFiles();
	}

	@Test
	void figure_isSavedAsItWasMade() throws IOException {
		final String keys = KEYS + "outline=inside colors=Set1";
		macros.run("run('Overlay Figure...', '" + keys + " show=none save=[" +
			folder.resolve("now/fig.png") + "]');", "");

		macros.run("run('Overlay Figure...', '" + keys + "');" +
			"run('Save Cutout...', 'save=[" + folder.resolve("later/fig.png") +
			"]');", "");

		assertSameFiles();
	}

	@Test
	void cutout_isNotReadAgain() throws IOException {
		try (FaultServer server = FaultServer.over(SampleVolume.FOLDER)) {
			macros.run("run('Imagery Cutout...', 'source=" + server.url("em") +
				" center=20512,12512,310 size=40,30');", "");
			final int requests = server.requests().size();

			macros.run("run('Save Cutout...', 'save=[" + folder.resolve("fig.tif") +
				"]');", "");

			assertEquals(requests, server.requests().size());
			assertTrue(Files.exists(folder.resolve("fig.tif")));
		}
	}

	@Test
	void changedImage_isWarnedOf() {
		macros.run("run('Imagery Cutout...', '" + KEYS +
			"'); run('Invert', 'stack'); run('Save Cutout...', 'save=[" + folder
				.resolve("fig.tif") + "]');", "");

		assertEquals(1, warnings.size(), warnings.toString());
		assertTrue(warnings.get(0).contains("was changed"), warnings.get(0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "makeRectangle(2, 2, 8, 8); run('Crop');",
		"run('Duplicate...', 'title=copy duplicate');" })
	void partOrCopy_isNoCutout(final String change) {
		final String result = macros.run("run('Imagery Cutout...', '" + KEYS +
			"'); " + change + " run('Save Cutout...', 'save=[" + folder.resolve(
				"fig.tif") + "]'); return 'went on';", "");

		assertEquals("", result);
		assertTrue(warnings.get(0).contains("Reopen Cutout"), warnings.toString());
	}

	@Test
	void manifest_hasTheLineOfTheCutout() {
		macros.run("run('Imagery Cutout...', '" + KEYS +
			"colors=[hashed 7]'); run('Save Cutout...', 'axis=y save=[" + folder
				.resolve("fig") + "]');", "");

		final CutoutService cutouts = context.service(CutoutService.class);
		final Manifest manifest = cutouts.manifest(folder.resolve(
			"fig.manifest.json"));
		final String line = manifest.macro().orElseThrow();
		assertTrue(line.startsWith("run(\"Imagery Cutout...\""), line);
		assertTrue(line.contains("colors=[hashed 7]") && line.contains("axis=y"),
			line);
	}

	@Test
	void withoutAnImage_saysWhatIsWanted() throws Exception {
		macros.run("close('*');", "");

		assertTrue(reason("fig.tif").contains("no image is open"));
	}

	@Test
	void imageThatIsNoCutout_isNamed() throws Exception {
		final String result = macros.run(
			"newImage('mine', '8-bit', 8, 8, 1); run('Save Cutout...', 'save=[" +
				folder.resolve("fig.tif") + "]'); return 'went on';", "");

		assertEquals("", result);
		assertTrue(warnings.get(0).contains("\"mine\" is none"), warnings
			.toString());
		assertTrue(Files.notExists(folder.resolve("fig.tif")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "'' | save", "part=half | part",
		"axis=t | axis", "colors=plaid | plaid" })
	void wrongKey_stopsTheMacro(final String key, final String named) {
		final String result = macros.run("run('Imagery Cutout...', '" + KEYS +
			"'); run('Save Cutout...', '" + key + (key.isEmpty() ? "" : " save=[" +
				folder.resolve("fig") + "]") + "'); return 'went on';", "");

		assertEquals("", result);
		assertTrue(warnings.get(0).contains(named), warnings.toString());
	}

	/** The message of the command that was refused, outside of macros. */
	private String reason(final String name) throws Exception {
		final Module done = context.service(CommandService.class).run(
			SaveCutoutCommand.class, true, "save", folder.resolve(name).toFile())
			.get();
		return ((Cancelable) done).getCancelReason();
	}

	private void assertSameFiles() throws IOException {
		final List<String> names = names("now");
		assertEquals(names, names("later"));
		assertTrue(names.size() > 1, names.toString());
		for (final String name : names)
			if (!name.endsWith(".manifest.json")) assertArrayEquals(Files
				.readAllBytes(folder.resolve("now").resolve(name)), Files.readAllBytes(
					folder.resolve("later").resolve(name)), name);
	}

	private List<String> names(final String place) throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve(place))) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}
}
