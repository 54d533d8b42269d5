// SPDX-License-Identifier: BSD-2-Clause

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.scijava.util.FileUtils;

/**
 * Lays out an update site of Fiji, or its next version: what
 * {@code update-site/build} runs.
 *
 * <pre>
 * java UpdateSite [--core] FIJI_JARS TIMESTAMP PLUGIN_JAR DEPENDENCIES SITE
 * </pre>
 *
 * {@code FIJI_JARS} lists what Fiji ships ({@code fiji-jars.txt}),
 * {@code DEPENDENCIES} what the plugin needs to run, with the files (Maven's
 * {@code dependency:list}). What Fiji lacks goes to {@code SITE/jars}, the
 * plugin to {@code SITE/plugins}, each under its name and {@code -TIMESTAMP};
 * {@code SITE/db.xml.gz} describes them. A site that is there already is
 * continued: its earlier versions stay and are recorded as such, or the updater
 * would take them for files that the user has changed, and leave them.
 */
final class UpdateSite {

	/** The parts that need jars outside Maven Central, by the packages of their plugins. */
	private static final Map<String, String> ADAPTERS = new TreeMap<>(Map.of("BigDataViewer", "org.imageryclient.fiji.bdv.",
		"N5", "org.imageryclient.fiji.n5.", "Dataset", "org.imageryclient.fiji.dataset."));

	private final Map<String, String> fijiVersions;
	private final String timestamp;
	private final Path site;

	private UpdateSite(final List<Artifact> fiji, final String timestamp, final Path site) {
		if (!timestamp.matches("\\d{14}")) throw new IllegalArgumentException(
			"Expected a timestamp as YYYYMMDDhhmmss but was \"" + timestamp + "\".");
		fijiVersions = fiji.stream().collect(Collectors.toMap(Artifact::base, Artifact::version, (a, b) -> b, TreeMap::new));
		this.timestamp = timestamp;
		this.site = site;
	}

	public static void main(final String... arguments) throws IOException {
		final List<String> values = new ArrayList<>(List.of(arguments));
		final boolean core = values.remove("--core");
		try {
			if (values.size() != 5) throw new IllegalArgumentException(
				"Expected [--core] FIJI_JARS TIMESTAMP PLUGIN_JAR DEPENDENCIES SITE but was " + List.of(arguments) + ".");
			final Path plugin = Path.of(values.get(2));
			if (!core) requireAdapters(plugin);
			new UpdateSite(Artifact.listed(Path.of(values.get(0))), values.get(1), Path.of(values.get(4))).layOut(plugin, LocalJar
				.resolved(Path.of(values.get(3))));
		}
		catch (final IllegalArgumentException | IllegalStateException e) {
			System.err.println(e.getMessage());
			System.exit(1);
		}
	}

	private static void requireAdapters(final Path plugin) throws IOException {
		final List<String> missing = new ArrayList<>();
		try (JarFacts jar = new JarFacts(plugin)) {
			for (final Map.Entry<String, String> adapter : ADAPTERS.entrySet())
				if (!jar.pluginsHold("\"" + adapter.getValue())) missing.add(adapter.getKey());
		}
		if (!missing.isEmpty()) throw new IllegalStateException("Expected the adapters for BigDataViewer, Dataset and N5 in " +
			plugin.getFileName() + " but found no plugin for " + String.join(", ", missing) +
			". Build where the SciJava Maven repository can be reached, or say --core for a site without them.");
	}

	private void layOut(final Path plugin, final List<LocalJar> dependencies) throws IOException {
		final Map<String, Path> files = new TreeMap<>();
		final Map<String, String> jarOfClass = new TreeMap<>();
		for (final LocalJar library : dependencies) {
			final String inFiji = fijiVersions.get(library.base());
			if (inFiji == null) files.put("jars/" + library.file().getFileName(), library.file());
			try (JarFacts jar = new JarFacts(library.file())) {
				jar.classes().forEach(c -> jarOfClass.putIfAbsent(c, "jars/" + library.base()));
			}
			report(inFiji == null ? "site" : "in Fiji", library.file().getFileName() + (inFiji == null || inFiji.equals(library
				.artifact().version()) ? "" : "   but Fiji has " + inFiji));
		}
		files.put("plugins/" + plugin.getFileName(), plugin);
		report("site", plugin.getFileName().toString());

		final Map<String, SiteFile> before = SiteDatabase.read(site);
		final Map<String, SiteFile> after = new TreeMap<>();
		for (final Map.Entry<String, Path> file : files.entrySet()) {
			final String base = FileUtils.stripFilenameVersion(file.getKey());
			if (fijiVersions.containsKey(base.substring(base.indexOf('/') + 1))) throw new IllegalStateException(
				"Expected only jars that Fiji lacks but was " + file.getKey() + ", which is on the list of Fiji's own.");
			after.put(base, add(file.getKey(), file.getValue(), Optional.ofNullable(before.get(base)), jarOfClass));
		}
		before.forEach((base, file) -> after.computeIfAbsent(base, b -> withdrawn(file)));
		SiteDatabase.write(site, after.values());
	}

	/** The file's record; puts it on the site unless it is there already. */
	private SiteFile add(final String name, final Path file, final Optional<SiteFile> before,
		final Map<String, String> jarOfClass) throws IOException
	{
		try (JarFacts jar = new JarFacts(file)) {
			final String checksum = jar.checksum();
			final Optional<SiteFile.Version> served = before.flatMap(SiteFile::current);
			if (served.isPresent()) {
				if (served.get().checksum().equals(checksum) && before.get().filename().equals(name)) return before.get();
				final String since = served.get().timestamp();
				if (since.compareTo(timestamp) >= 0) throw new IllegalStateException("Expected a commit after " + since +
					", since when " + site + " serves another " + name + ", but was " + timestamp +
					". Commit first, or begin another site.");
			}
			final List<String> dependencies = jar.classesNamed().stream().map(jarOfClass::get).filter(Objects::nonNull).filter(
				d -> !d.equals(FileUtils.stripFilenameVersion(name))).distinct().sorted().toList();
			final Path target = site.resolve(name + "-" + timestamp);
			Files.createDirectories(target.getParent());
			Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
			return new SiteFile(name, Optional.of(new SiteFile.Version(checksum, timestamp, Files.size(file), jar.description(),
				dependencies, timestamp, jar.authors())), before.map(b -> b.replacedAt(timestamp)).orElse(List.of()));
		}
	}

	/** Recorded without a current version: the updater removes it from Fiji. */
	private SiteFile withdrawn(final SiteFile file) {
		report("withdrawn", file.filename());
		return new SiteFile(file.filename(), Optional.empty(), file.replacedAt(timestamp));
	}

	private static void report(final String what, final String file) {
		System.out.printf("%-10s%s%n", what, file);
	}
}
