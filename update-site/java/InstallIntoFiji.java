// SPDX-License-Identifier: BSD-2-Clause

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.scijava.util.FileUtils;

/**
 * Copies what an update site serves into a Fiji on this machine, as the updater
 * would: what {@code scripts/install-into-fiji} runs.
 *
 * <pre>
 * java InstallIntoFiji FIJI_JARS SITE FIJI_FOLDER
 * </pre>
 *
 * Other versions of the same jars go, and what the site has withdrawn. What
 * {@code FIJI_JARS} lists is Fiji's and stays as it is.
 */
final class InstallIntoFiji {

	private static final int JAVA_NEEDED = 17;
	/** JAVA_VERSION="21.0.7", JAVA_VERSION="1.8.0_322": the file {@code release} of every JDK and JRE. */
	private static final Pattern JAVA_VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)");
	private static final int DEPTH_OF_JAVA = 6;

	private InstallIntoFiji() {}

	public static void main(final String... arguments) throws IOException {
		try {
			final Path fiji = fijiFolder(Path.of(arguments[2]));
			final Map<String, SiteFile> files = SiteDatabase.read(Path.of(arguments[1]));
			for (final Artifact jar : Artifact.listed(Path.of(arguments[0])))
				files.keySet().removeIf(name -> name.endsWith("/" + jar.base()));
			for (final Map.Entry<String, SiteFile> file : files.entrySet())
				install(file.getKey(), file.getValue(), Path.of(arguments[1]), fiji);
			final OptionalInt java = javaOf(fiji);
			if (java.isPresent() && java.getAsInt() < JAVA_NEEDED) System.err.printf(
				"The Java in this Fiji is version %d, and the plugin needs %d or newer: it will not run there.%n" +
					"Try a newer Fiji (the download \"Latest\" at fiji.sc brings Java 21), and install into that.%n", java.getAsInt(),
				JAVA_NEEDED);
			System.out.println("Restart Fiji: Plugins > Imagery Client.");
		}
		catch (final IllegalArgumentException e) {
			System.err.println(e.getMessage());
			System.exit(1);
		}
	}

	/**
	 * Fiji's folder, now called Fiji and once Fiji.app, holds jars and plugins.
	 * What is called Fiji.app within it on a Mac is only its launcher.
	 */
	private static Path fijiFolder(final Path given) throws IOException {
		if (isFiji(given)) return given;
		final Path parent = given.toAbsolutePath().normalize().getParent();
		throw new IllegalArgumentException("Expected the folder of a Fiji, with jars/ij-*.jar and plugins/, but was " + given +
			(parent != null && isFiji(parent) ? "; try " + parent : "; Help > About ImageJ... in Fiji says where it is") + ".");
	}

	private static boolean isFiji(final Path folder) throws IOException {
		return Files.isDirectory(folder.resolve("plugins")) && Files.isDirectory(folder.resolve("jars")) && !versions(folder,
			"jars/ij.jar").isEmpty();
	}

	private static void install(final String name, final SiteFile file, final Path site, final Path fiji)
		throws IOException
	{
		final boolean served = file.current().isPresent();
		for (final Path other : versions(fiji, name)) {
			final boolean same = served && other.equals(fiji.resolve(file.filename()));
			if (same || !served && file.previous().stream().noneMatch(p -> fiji.resolve(p.filename()).equals(other))) continue;
			Files.delete(other);
			System.out.println("removed    " + fiji.relativize(other));
		}
		if (!served) return;
		final Path source = site.resolve(file.filename() + "-" + file.current().orElseThrow().timestamp());
		final Path target = fiji.resolve(file.filename());
		if (Files.exists(target) && Files.mismatch(source, target) < 0) {
			System.out.println("is there   " + file.filename());
			return;
		}
		// Beside its place first: a copy that breaks off leaves the old one whole.
		final Path copy = Files.copy(source, target.resolveSibling(target.getFileName() + ".part"),
			StandardCopyOption.REPLACE_EXISTING);
		Files.move(copy, target, StandardCopyOption.REPLACE_EXISTING);
		System.out.println("installed  " + file.filename());
	}

	/** All versions of a file that is named without one, in its folder. */
	private static List<Path> versions(final Path fiji, final String name) throws IOException {
		final Path file = fiji.resolve(name);
		try (Stream<Path> files = Files.list(file.getParent())) {
			return files.filter(f -> FileUtils.stripFilenameVersion(f.getFileName().toString()).equals(file.getFileName()
				.toString())).sorted().toList();
		}
	}

	/** The newest Java that lies within Fiji; nothing where it uses the system's. */
	private static OptionalInt javaOf(final Path fiji) throws IOException {
		final Path java = fiji.resolve("java");
		if (!Files.isDirectory(java)) return OptionalInt.empty();
		final List<Path> releases;
		try (Stream<Path> files = Files.find(java, DEPTH_OF_JAVA, (f, a) -> f.endsWith("release") && a.isRegularFile())) {
			releases = files.collect(Collectors.toList());
		}
		OptionalInt newest = OptionalInt.empty();
		for (final Path release : releases) {
			final Matcher version = JAVA_VERSION.matcher(Files.readString(release));
			if (version.find()) newest = OptionalInt.of(Math.max(newest.orElse(0), Integer.parseInt(version.group(1))));
		}
		return newest;
	}
}
