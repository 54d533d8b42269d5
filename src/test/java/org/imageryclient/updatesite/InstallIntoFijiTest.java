// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.updatesite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.imageryclient.testing.TestClassPath;
import org.imageryclient.updatesite.SitePrograms.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code scripts/install-into-fiji}, and {@code update-site/build} mistaken for
 * it, on folders like Fiji's.
 */
class InstallIntoFijiTest {

	@TempDir
	private Path work;
	private SitePrograms programs;
	private Path site;
	private Path fiji;

	@BeforeEach
	void layOut() throws Exception {
		programs = new SitePrograms(work);
		site = work.resolve("site");
		fiji = work.resolve("Fiji");
		Files.createDirectories(fiji.resolve("jars"));
		Files.createDirectories(fiji.resolve("plugins"));
		for (final String name : List.of("jars/ij-1.54p.jar", "jars/fijian-1.0.jar",
			"plugins/Other_-1.0.jar"))
			Files.writeString(fiji.resolve(name), name);
		programs.layOut(site, "20261126120000", programs.jar("plugin-1.0.0.jar",
			"a.txt", "1"), programs.jar("extra-2.0.jar", "b.txt", "2"));
	}

	@Test
	void jars_goToTheirFolders() throws Exception {
		final Run run = install(fiji);

		assertEquals(0, run.exit(), run.printed());
		assertEquals(List.of("jars/extra-2.0.jar", "jars/fijian-1.0.jar",
			"jars/ij-1.54p.jar", "plugins/Other_-1.0.jar",
			"plugins/plugin-1.0.0.jar"), SitePrograms.files(fiji));
	}

	@Test
	void secondRun_changesNothing() throws Exception {
		install(fiji);
		final Path plugin = fiji.resolve("plugins/plugin-1.0.0.jar");
		Files.setLastModifiedTime(plugin, FileTime.fromMillis(1_000_000));

		final Run run = install(fiji);

		assertEquals(0, run.exit(), run.printed());
		assertTrue(run.printed().contains("is there   plugins/plugin-1.0.0.jar"),
			run.printed());
		assertEquals(1_000_000, Files.getLastModifiedTime(plugin).toMillis());
	}

	@Test
	void otherVersionsOfOurJars_go() throws Exception {
		Files.writeString(fiji.resolve("plugins/plugin-0.9.0-SNAPSHOT.jar"), "old");
		Files.writeString(fiji.resolve("jars/extra-1.9.jar"), "old");

		install(fiji);

		assertFalse(Files.exists(fiji.resolve(
			"plugins/plugin-0.9.0-SNAPSHOT.jar")));
		assertFalse(Files.exists(fiji.resolve("jars/extra-1.9.jar")));
	}

	@Test
	void jarsOfFiji_stayAsTheyAre() throws Exception {
		final Path list = Files.writeString(work.resolve("fiji.txt"),
			"net.imagej:ij:1.54p\norg.example:extra:1.0\n");
		Files.writeString(fiji.resolve("jars/extra-1.0.jar"), "Fiji's");

		programs.run("InstallIntoFiji", list, site, fiji);

		assertEquals("Fiji's", Files.readString(fiji.resolve(
			"jars/extra-1.0.jar")));
		assertFalse(Files.exists(fiji.resolve("jars/extra-2.0.jar")));
	}

	@Test
	void whatTheSiteHasWithdrawn_goes() throws Exception {
		install(fiji);
		programs.layOut(site, "20261127120000", programs.jar("plugin-1.0.0.jar",
			"a.txt", "1"));

		install(fiji);

		assertFalse(Files.exists(fiji.resolve("jars/extra-2.0.jar")));
	}

	@Test
	void folderThatIsNoFiji_isRefused() throws Exception {
		final Path other = Files.createDirectories(work.resolve("other/plugins"))
			.getParent();

		final Run run = install(other);

		assertEquals(1, run.exit());
		assertTrue(run.printed().startsWith(
			"Expected the folder of a Fiji, with jars/ij-*.jar and plugins/, but was " +
				other), run.printed());
		assertEquals(List.of(), SitePrograms.files(other));
	}

	/** Fiji for macOS has a folder Fiji.app within: the launcher. */
	@Test
	void launcherOfAMac_isAnsweredWithItsFolder() throws Exception {
		final Path launcher = Files.createDirectories(fiji.resolve("Fiji.app"));

		final Run run = install(launcher);

		assertEquals(1, run.exit());
		assertTrue(run.printed().contains("; try " + fiji), run.printed());
	}

	@Test
	void fijiOfJava8_isToldThatThePluginWillNotRun() throws Exception {
		javaOfFiji("java/linux-amd64/zulu8/jre", "1.8.0_322");

		final Run run = install(fiji);

		assertTrue(run.printed().contains(
			"The Java in this Fiji is version 8, and the plugin needs 17"), run
				.printed());
	}

	@Test
	void fijiOfJava21_isNotWarned() throws Exception {
		javaOfFiji("java/linux-amd64/zulu8/jre", "1.8.0_322");
		javaOfFiji("java/linux64/zulu21", "21.0.7");

		final Run run = install(fiji);

		assertFalse(run.printed().contains("The Java in this Fiji"), run.printed());
	}

	@Test
	void script_copiesASite() throws Exception {
		final Run run = script("scripts/install-into-fiji", "--site", site
			.toString(), fiji.toString());

		assertEquals(0, run.exit(), run.printed());
		assertTrue(Files.exists(fiji.resolve("plugins/plugin-1.0.0.jar")), run
			.printed());
	}

	@Test
	void script_refusesASiteThatIsNone() throws Exception {
		final Run run = script("scripts/install-into-fiji", "--site", work
			.toString(), fiji.toString());

		assertEquals(1, run.exit());
		assertEquals("Expected an update site, as update-site/build lays it out," +
			" but found no db.xml.gz in " + work + ".", run.printed().trim());
	}

	@Test
	void build_intoAFiji_isRefused() throws Exception {
		final Run run = script("update-site/build", "--core", fiji.toString());

		assertEquals(1, run.exit());
		assertTrue(run.printed().contains(fiji +
			" holds jars or plugins without a db.xml.gz.\nTry a new folder"), run
				.printed());
	}

	/**
	 * Fiji has a database too, once the updater has run: of what is installed.
	 */
	@Test
	void build_intoAFijiThatFollowsSites_isRefused() throws Exception {
		try (Writer database = new OutputStreamWriter(new GZIPOutputStream(Files
			.newOutputStream(fiji.resolve("db.xml.gz"))), StandardCharsets.UTF_8))
		{
			database.write("<pluginRecords>\n<update-site name=\"ImageJ\"" +
				" url=\"https://update.imagej.net/\" timestamp=\"0\"/>\n" +
				"</pluginRecords>\n");
		}

		final Run run = script("update-site/build", "--core", fiji.toString());

		assertEquals(1, run.exit());
		assertTrue(run.printed().contains(fiji + " is a Fiji:"), run.printed());
	}

	private static Run script(final String... command) throws Exception {
		final ProcessBuilder script = new ProcessBuilder("bash");
		script.command().addAll(List.of(command));
		script.environment().put("SITE_CLASSPATH", TestClassPath.text());
		script.environment().put("JAVA_HOME", System.getProperty("java.home"));
		return SitePrograms.run(script);
	}

	private Run install(final Path folder) throws Exception {
		return programs.run("InstallIntoFiji", programs.listOfFiji(), site, folder);
	}

	private void javaOfFiji(final String folder, final String version)
		throws IOException
	{
		Files.writeString(Files.createDirectories(fiji.resolve(folder)).resolve(
			"release"), "IMPLEMENTOR=\"Azul\"\nJAVA_VERSION=\"" + version + "\"\n");
	}
}
