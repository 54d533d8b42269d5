// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.updatesite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.imageryclient.store.Stores;
import org.imageryclient.testing.TestClassPath;
import org.imageryclient.updatesite.SitePrograms.Run;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The site that {@code update-site/build} lays out. update-site/verify tries
 * one with the real updater.
 */
class UpdateSiteTest {

	private static final String NOON = "20261126120000";
	private static final String LATER = "20261127120000";
	private static final String POM = "META-INF/maven/org.example/plugin/pom.xml";

	@TempDir
	private static Path work;
	private static SitePrograms programs;

	@TempDir
	private Path site;

	@BeforeAll
	static void compile() throws IOException {
		programs = new SitePrograms(work);
	}

	@Test
	void site_holdsThePluginAndWhatFijiLacks() throws Exception {
		final Run run = programs.layOut(site, NOON, plugin("1.0.0"), library(
			"fijian-0.9.jar"), library("extra-2.0.jar"));

		assertEquals(0, run.exit(), run.printed());
		assertEquals(List.of("db.xml.gz", "jars/extra-2.0.jar-" + NOON,
			"plugins/plugin-1.0.0.jar-" + NOON), SitePrograms.files(site));
		assertTrue(run.printed().contains("fijian-0.9.jar   but Fiji has 1.0"), run
			.printed());
	}

	/** The digest is what imagej-updater 2.0.3 and 0.8.3 give for such a jar. */
	@Test
	void checksum_isTheUpdatersOwn() throws Exception {
		final Path jar = programs.jar("plugin-1.0.0.jar", "META-INF/MANIFEST.MF",
			"Manifest-Version: 1.0\nMain-Class: a.Main\nBuilt-By: me\n", "a/", "",
			"a/b.properties", "#Tue\nx=1\n\n#kept\ny=2\n#\n#z\nw=3\n# last",
			"a/text.txt", "# not a comment\n");

		programs.layOut(site, NOON, jar);

		final String database = SitePrograms.database(site);
		assertTrue(database.contains(
			"checksum=\"f8aa124e37b8c59834bcfb6a3cd7c0a152c0c02e\"" +
				" timestamp=\"" + NOON + "\" filesize=\"" + Files.size(jar) + "\""),
			database);
	}

	@Test
	void database_describesThePluginByItsPom() throws Exception {
		final Path jar = programs.jar("plugin-1.0.0.jar", POM,
			"<project><description>Cells &amp; ids</description><developers>" +
				"<developer><name>A</name></developer><developer><name>B</name></developer>" +
				"</developers></project>");

		programs.layOut(site, NOON, jar);

		final String database = SitePrograms.database(site);
		assertTrue(database.contains("<description>Cells &amp; ids</description>"),
			database);
		assertTrue(database.replaceAll("\\s+<", "<").contains(
			"<author>A</author><author>B</author>"), database);
	}

	@Test
	void dependencies_areTheJarsWhoseClassesAreNamed() throws Exception {
		final Path jar = programs.jar("plugin-1.0.0.jar", classes(
			"org/imageryclient/store/ContentEncoding"));

		programs.layOut(site, NOON, jar, onClassPath("xz"), onClassPath("dec"),
			onClassPath("hppc"));

		assertEquals(List.of("jars/dec.jar", "jars/xz.jar"), dependenciesOf(
			"plugins/plugin-1.0.0.jar"));
	}

	@Test
	void nextVersion_recordsTheOneBefore() throws Exception {
		programs.layOut(site, NOON, plugin("1.0.0"), library("extra-2.0.jar"));
		final String first = SitePrograms.database(site);

		programs.layOut(site, LATER, plugin("1.1.0"), library("extra-2.0.jar"));

		final String database = SitePrograms.database(site);
		assertTrue(database.contains("<previous-version timestamp=\"" + NOON +
			"\" timestamp-obsolete=\"" + LATER + "\" checksum=\"" + checksumOf(first,
				"plugins/plugin-1.0.0.jar") +
			"\" filename=\"plugins/plugin-1.0.0.jar\"/>"), database);
		assertEquals(List.of("db.xml.gz", "jars/extra-2.0.jar-" + NOON,
			"plugins/plugin-1.0.0.jar-" + NOON, "plugins/plugin-1.1.0.jar-" + LATER),
			SitePrograms.files(site));
	}

	@Test
	void libraryNoLongerNeeded_isWithdrawn() throws Exception {
		programs.layOut(site, NOON, plugin("1.0.0"), library("extra-2.0.jar"));

		programs.layOut(site, LATER, plugin("1.1.0"));

		final String database = SitePrograms.database(site).replaceAll("\\s+<",
			"<");
		assertTrue(database.contains(
			"<plugin filename=\"jars/extra-2.0.jar\"><previous-version timestamp=\"" +
				NOON), database);
	}

	@Test
	void sameCommit_givesTheSameBytes(@TempDir final Path other)
		throws Exception
	{
		programs.layOut(site, NOON, plugin("1.0.0"), library("extra-2.0.jar"));

		programs.layOut(other, NOON, plugin("1.0.0"), library("extra-2.0.jar"));

		assertArrayEquals(Files.readAllBytes(site.resolve("db.xml.gz")), Files
			.readAllBytes(other.resolve("db.xml.gz")));
	}

	@Test
	void otherContentAtTheSameTime_isRefused() throws Exception {
		programs.layOut(site, NOON, plugin("1.0.0"));
		final String before = SitePrograms.database(site);

		final Run run = programs.layOut(site, NOON, plugin("1.1.0"));

		assertEquals(1, run.exit());
		assertTrue(run.printed().contains("Expected a commit after " + NOON), run
			.printed());
		assertEquals(before, SitePrograms.database(site));
	}

	@Test
	void pluginCalledLikeAJarOfFiji_isRefused() throws Exception {
		final Run run = programs.layOut(site, NOON, library("fijian-3.0.jar"));

		assertEquals(1, run.exit());
		assertTrue(run.printed().contains(
			"plugins/fijian-3.0.jar, which is on the list of Fiji's own"), run
				.printed());
	}

	@Test
	void pluginWithoutAdapters_isRefused() throws Exception {
		final Path jar = programs.jar("plugin-1.0.0.jar",
			"META-INF/json/org.scijava.plugin.Plugin",
			"{\"class\":\"org.imageryclient.fiji.bdv.Viewer\",\"values\":{}}");

		final Run run = programs.run("UpdateSite", programs.listOfFiji(), NOON, jar,
			programs.dependencies(), site);

		assertEquals(1, run.exit());
		assertTrue(run.printed().contains("found no plugin for Dataset, N5."), run
			.printed());
		assertEquals(List.of(), SitePrograms.files(site));
	}

	@Test
	void pluginWithAllAdapters_isTaken() throws Exception {
		final Path jar = programs.jar("plugin-1.0.0.jar",
			"META-INF/json/org.scijava.plugin.Plugin",
			"{\"class\":\"org.imageryclient.fiji.bdv.A\"}{\"class\":\"org.imageryclient.fiji.n5.B\"}" +
				"{\"class\":\"org.imageryclient.fiji.dataset.C\"}");

		final Run run = programs.run("UpdateSite", programs.listOfFiji(), NOON, jar,
			programs.dependencies(), site);

		assertEquals(0, run.exit(), run.printed());
	}

	/**
	 * All that the plugin's classes name, by the list in update-site/: a new
	 * library shows here.
	 */
	@Test
	void fijisList_lacksThreeOfOurLibrariesOnly() throws Exception {
		final Path jar = programs.jar("plugin-1.0.0.jar", classes(""));
		final List<Path> libraries = Stream.of(TestClassPath.text().split(
			File.pathSeparator)).map(Path::of).filter(f -> f.toString().endsWith("-" +
				f.getParent().getFileName() + ".jar")).toList();

		final Run run = programs.run("UpdateSite", "--core", Path.of("update-site",
			"fiji-jars.txt"), NOON, jar, programs.dependencies(libraries.toArray(
				Path[]::new)), site);

		assertEquals(0, run.exit(), run.printed());
		final List<String> onSite = SitePrograms.files(site.resolve("jars"));
		assertEquals(List.of("jars/dec.jar", "jars/failsafe.jar", "jars/hppc.jar"),
			dependenciesOf("plugins/plugin-1.0.0.jar").stream().filter(name -> onSite
				.stream().anyMatch(f -> f.startsWith(name.replaceAll("jars/(.*)\\.jar",
					"$1-")))).toList());
	}

	private static Path plugin(final String version) throws IOException {
		return programs.jar("plugin-" + version + ".jar", "version.txt", version);
	}

	private static Path library(final String name) throws IOException {
		return programs.jar(name, "text.txt", "a library");
	}

	/** The classes of the plugin whose names begin so, as a jar holds them. */
	private static Map<String, byte[]> classes(final String prefix)
		throws Exception
	{
		final Path folder = Path.of(Stores.class.getProtectionDomain()
			.getCodeSource().getLocation().toURI());
		final Map<String, byte[]> files = new TreeMap<>();
		for (final String name : SitePrograms.files(folder))
			if (name.startsWith(prefix)) files.put(name, Files.readAllBytes(folder
				.resolve(name)));
		return files;
	}

	private static Path onClassPath(final String library) {
		for (final String file : TestClassPath.text().split(File.pathSeparator))
			if (Path.of(file).getFileName().toString().matches(library +
				"-[0-9.]+\\.jar")) return Path.of(file);
		throw new IllegalStateException(library + " is not on the class path");
	}

	private List<String> dependenciesOf(final String file) throws IOException {
		final String database = SitePrograms.database(site);
		final int start = database.indexOf("filename=\"" + file + "\">");
		assertFalse(start < 0, database);
		final List<String> names = new ArrayList<>();
		final Matcher dependency = Pattern.compile("<dependency filename=\"(.*?)\"")
			.matcher(database.substring(start, database.indexOf("</plugin>", start)));
		while (dependency.find())
			names.add(dependency.group(1));
		return names;
	}

	private static String checksumOf(final String database, final String file) {
		final int start = database.indexOf("checksum=\"", database.indexOf(file)) +
			10;
		return database.substring(start, database.indexOf('"', start));
	}
}
