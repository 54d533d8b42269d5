// SPDX-License-Identifier: BSD-2-Clause

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries an update site with the real updater: what {@code update-site/verify}
 * runs.
 *
 * <pre>
 * java VerifySite UPDATER_CLASSPATH SITE NEXT_SITE FIJI_JARS DEPENDENCIES WORK [TEST_DEPENDENCIES SAMPLE]
 * </pre>
 *
 * {@code NEXT_SITE} is the site with its next version; {@code DEPENDENCIES} as
 * {@link UpdateSite} takes it: of them, what {@code FIJI_JARS} lists stands for
 * Fiji's jars. All is done in {@code WORK}, a new folder, and over http on the
 * loopback address. {@code TEST_DEPENDENCIES} has imagej-legacy too: with it a
 * macro is run on the volumes of {@code SAMPLE}.
 */
final class VerifySite {

	private static final String NAME = "ImageryClient";
	private static final String MODULE_INFO_IS_UNKNOWN = "Unknown tag 19";

	private final Updater updater;
	private final LoopbackServer server;
	private final Path work;
	private final List<LocalJar> fiji;

	private VerifySite(final String updaterClasspath, final LoopbackServer server, final Path work,
		final List<LocalJar> fiji)
	{
		updater = new Updater(updaterClasspath, work);
		this.server = server;
		this.work = work;
		this.fiji = fiji;
	}

	public static void main(final String... arguments) throws IOException, InterruptedException {
		final Path site = Path.of(arguments[1]);
		final Path next = Path.of(arguments[2]);
		final Path work = Files.createDirectories(Path.of(arguments[5]));
		final Set<String> listed = new TreeSet<>();
		Artifact.listed(Path.of(arguments[3])).forEach(a -> listed.add(a.base()));
		final List<LocalJar> fiji = fijis(Path.of(arguments[4]), listed);
		try (LoopbackServer server = new LoopbackServer()) {
			final VerifySite verify = new VerifySite(arguments[0], server, work, fiji);
			verify.nothingOfFiji(site, listed);
			verify.compare(site, next);
			final Path folder = verify.installs(site);
			verify.classesLoad(folder);
			if (arguments.length > 6) verify.runs(folder, fijis(Path.of(arguments[6]), listed), Path.of(arguments[7]));
			else System.out.println("--  no macro is run: that takes imagej-legacy, which --core leaves out");
			verify.updates(folder, next);
			System.out.println("The updater installs this site, and updates it.");
		}
		catch (final IllegalStateException e) {
			System.err.println(e.getMessage());
			System.exit(1);
		}
	}

	private static List<LocalJar> fijis(final Path dependencies, final Set<String> listed) throws IOException {
		return LocalJar.resolved(dependencies).stream().filter(a -> listed.contains(a.base())).toList();
	}

	private void nothingOfFiji(final Path site, final Set<String> listed) throws IOException {
		for (final String file : SiteDatabase.read(site).keySet())
			expect(!listed.contains(file.substring(file.indexOf('/') + 1)), "a file that Fiji lacks but was " + file);
		passed("nothing in it is on the list of Fiji's own jars");
	}

	/** Updaters before 1.0 fail on module-info.class when they upload, though not when they install. */
	private void compare(final Path site, final Path next) throws IOException, InterruptedException {
		try {
			updaterRecordsTheSame(site, next);
		}
		catch (final IllegalStateException e) {
			if (!e.getMessage().contains(MODULE_INFO_IS_UNKNOWN)) throw e;
			System.out.println("--  db.xml.gz is not compared: this updater is too old to upload jars with module-info.class");
		}
	}

	/**
	 * The site's files, then those of its next version, are uploaded by the updater
	 * itself from a folder that holds Fiji's jars as another site's. Each time both
	 * databases must tell the same of them.
	 */
	private void updaterRecordsTheSame(final Path site, final Path next) throws IOException, InterruptedException {
		final Path folder = newFolder("upload");
		final Path uploadedFiji = uploadTo("uploaded-fiji");
		final Path uploaded = uploadTo("uploaded");
		server.serve("fiji", uploadedFiji);
		server.serve("uploaded", uploaded);
		FijiFolder.copy(fiji, folder);
		updater.run(folder, "edit-update-site", "ImageJ", server.address("fiji"), "file:localhost", uploadedFiji + "/");
		updater.run(folder, "upload-complete-site", "--force", "ImageJ");
		copyInto(folder, site);
		updater.run(folder, "add-update-site", NAME, server.address("uploaded"), "file:localhost", uploaded + "/");
		updater.run(folder, "upload-complete-site", "--force", NAME);
		final int files = sameRecords(SiteDatabase.read(site), SiteDatabase.read(uploaded), SiteDatabase.read(site));
		passed("db.xml.gz tells of " + files + " files what the updater itself records: checksums, sizes, descriptions," +
			" authors, dependencies");

		copyInto(folder, next);
		updater.run(folder, "upload-complete-site", "--force", NAME);
		sameRecords(SiteDatabase.read(next), SiteDatabase.read(uploaded), SiteDatabase.read(site));
		passed("that of the next version does so too, and remembers what the updater remembers of the one before");
	}

	/** Puts what a site serves in place of its earlier versions. */
	private static void copyInto(final Path folder, final Path site) throws IOException {
		for (final SiteFile file : SiteDatabase.read(site).values()) {
			for (final SiteFile.Previous before : file.previous())
				Files.deleteIfExists(folder.resolve(before.filename()));
			if (file.current().isPresent()) Files.copy(served(site, file), folder.resolve(file.filename()),
				StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/**
	 * How many files both tell of. The updater overlooks dependencies on jars that
	 * it runs on itself, and what {@code first} remembers was before its time.
	 */
	private int sameRecords(final Map<String, SiteFile> ours, final Map<String, SiteFile> theirs,
		final Map<String, SiteFile> first)
	{
		ours.values().removeIf(f -> f.current().isEmpty());
		theirs.values().removeIf(f -> f.current().isEmpty());
		expect(ours.keySet().equals(theirs.keySet()), "the files that the updater uploads, " + theirs.keySet() +
			", but was " + ours.keySet());
		for (final Map.Entry<String, SiteFile> entry : ours.entrySet()) {
			final SiteFile.Version our = entry.getValue().current().orElseThrow();
			final SiteFile.Version their = theirs.get(entry.getKey()).current().orElseThrow();
			same("checksum", entry.getKey(), their.checksum(), our.checksum());
			same("size", entry.getKey(), their.size(), our.size());
			same("description", entry.getKey(), their.description(), our.description());
			same("authors", entry.getKey(), their.authors(), our.authors());
			final Set<String> expected = new TreeSet<>(our.dependencies());
			expected.removeIf(updater::runsOn);
			final Set<String> actual = new TreeSet<>(their.dependencies());
			actual.removeIf(updater::runsOn);
			same("dependencies", entry.getKey(), actual, expected);
			final Set<String> remembered = earlier(entry.getValue());
			if (first.containsKey(entry.getKey())) remembered.removeAll(earlier(first.get(entry.getKey())));
			same("earlier versions", entry.getKey(), earlier(theirs.get(entry.getKey())), remembered);
		}
		return ours.size();
	}

	private static Set<String> earlier(final SiteFile file) {
		return file.previous().stream().map(p -> p.filename() + " " + p.checksum()).collect(Collectors.toCollection(
			TreeSet::new));
	}

	private Path installs(final Path site) throws IOException, InterruptedException {
		final Path folder = newFolder("Fiji");
		server.serve("site", site);
		server.serve("fiji", uploadTo("no-fiji"));
		updater.run(folder, "edit-update-site", "ImageJ", server.address("fiji"));
		updater.run(folder, "add-update-site", NAME, server.address("site"));
		updater.run(folder, "update");
		installed(folder, site);
		passed("the updater installs it over http into an empty folder");
		return folder;
	}

	private void updates(final Path folder, final Path next) throws IOException, InterruptedException {
		final Set<String> before = jarsIn(folder);
		server.serve("site", next);
		updater.run(folder, "update");
		installed(folder, next);
		final Set<String> after = jarsIn(folder);
		final Set<String> gone = new TreeSet<>(before);
		gone.removeAll(after);
		final Set<String> come = new TreeSet<>(after);
		come.removeAll(before);
		expect(!come.isEmpty() && !gone.isEmpty(), "a new version in place of the old but the folder holds " + after);
		passed("the updater updates it: " + String.join(", ", gone) + " gone, " + String.join(", ", come) + " come");
	}

	/** The folder holds what the site serves, no jar more, and the updater says so. */
	private void installed(final Path folder, final Path site) throws IOException, InterruptedException {
		final Set<String> expected = new TreeSet<>();
		for (final SiteFile file : SiteDatabase.read(site).values())
			if (file.current().isPresent()) {
				expected.add(file.filename());
				final Path local = folder.resolve(file.filename());
				expect(Files.exists(local) && Files.mismatch(local, served(site, file)) < 0, file.filename() +
					" in Fiji's folder as the site serves it but it is missing or another");
			}
		same("jars", folder.toString(), expected, jarsIn(folder));
		final String list = updater.run(folder, "list");
		for (final String file : expected)
			expect(list.contains(file + "\t(INSTALLED)"), file + " to be up to date but the updater says:\n" + list);
	}

	/** Every class is found, linked and verified, with Fiji's jars beside. */
	private void classesLoad(final Path folder) throws IOException {
		final List<URL> urls = new ArrayList<>();
		final List<Path> jars = jarsIn(folder).stream().map(folder::resolve).toList();
		for (final Path jar : jars)
			urls.add(jar.toUri().toURL());
		for (final LocalJar jar : fiji)
			urls.add(url(jar.file()));
		int count = 0;
		final Map<String, Throwable> failures = new TreeMap<>();
		try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
			for (final Path jar : jars)
				try (JarFacts facts = new JarFacts(jar)) {
					for (final String name : facts.classes()) {
						if (name.startsWith("META-INF/")) continue;
						count++;
						try {
							// Asking for its methods links a class.
							Class.forName(name.replace('/', '.'), false, loader).getDeclaredMethods();
						}
						catch (final ClassNotFoundException | LinkageError e) {
							failures.put(name, e);
						}
					}
				}
		}
		expect(failures.isEmpty(), "all classes to load but of " + count + " these did not: " + failures);
		passed("all " + count + " classes load, with " + fiji.size() + " of Fiji's jars beside them");
	}

	/**
	 * With Fiji's jars beside what is installed, its commands are in ImageJ's menus,
	 * and a macro of one saves a cutout as OME-Zarr.
	 */
	private void runs(final Path installed, final List<LocalJar> jars, final Path sample) throws IOException,
		InterruptedException
	{
		final Path folder = newFolder("running");
		for (final String file : jarsIn(installed))
			Files.copy(installed.resolve(file), folder.resolve(file));
		FijiFolder.copy(jars, folder);
		final Path saved = work.resolve("cutout.zarr");
		final String macro = String.format("""
			List.setCommands;
			print(List.getList);
			run("Imagery Cutout...", "source=[%1$s/em] segmentation=[%1$s/seg] center=20512,12512,310 size=40,40,5 roots=all save=[%2$s]");
			""", sample, saved).replace('\\', '/');
		final String printed = FijiFolder.run(folder, macro, work);
		final List<String> commands = new ArrayList<>();
		for (final Path jar : jarsIn(folder).stream().filter(f -> f.startsWith("plugins/")).map(folder::resolve).toList())
			try (JarFacts facts = new JarFacts(jar)) {
				commands.addAll(facts.menuCommands());
			}
		for (final String command : commands)
			expect(printed.lines().anyMatch(line -> line.endsWith("command:" + command)), command +
				" in ImageJ's menus but they hold:\n" + printed);
		expect(Files.isDirectory(saved), saved + " to be saved by the macro but it printed:\n" + printed);
		passed("with " + jars.size() + " of Fiji's jars in the folder, its " + commands.size() +
			" commands are in ImageJ's menus, and a macro saves a cutout as OME-Zarr");
	}

	/** A folder like Fiji's before anything is installed. */
	private Path newFolder(final String name) throws IOException {
		final Path folder = work.resolve(name);
		Files.createDirectories(folder.resolve("jars"));
		Files.createDirectories(folder.resolve("plugins"));
		// The updater's own site would bring the whole of Fiji: nobody asks it here.
		server.serve("fiji", uploadTo("no-fiji"));
		SiteDatabase.writeFolder(folder, "ImageJ", server.address("fiji"));
		return folder;
	}

	/** A site without files. */
	private Path uploadTo(final String name) throws IOException {
		final Path site = work.resolve(name);
		if (!Files.exists(site)) SiteDatabase.write(site, List.of());
		return site;
	}

	private static Path served(final Path site, final SiteFile file) {
		return site.resolve(file.filename() + "-" + file.current().orElseThrow().timestamp());
	}

	private static Set<String> jarsIn(final Path folder) throws IOException {
		final Set<String> names = new TreeSet<>();
		for (final String part : List.of("jars", "plugins"))
			try (Stream<Path> files = Files.list(folder.resolve(part))) {
				files.forEach(f -> names.add(part + "/" + f.getFileName()));
			}
		return names;
	}

	private static URL url(final Path file) {
		try {
			return file.toUri().toURL();
		}
		catch (final MalformedURLException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void same(final String what, final String of, final Object expected, final Object actual) {
		expect(expected.equals(actual), "the " + what + " of " + of + " to be " + expected + " but was " + actual);
	}

	private static void expect(final boolean holds, final String what) {
		if (!holds) throw new IllegalStateException("Expected " + what + ".");
	}

	private static void passed(final String what) {
		System.out.println("ok  " + what);
	}
}
