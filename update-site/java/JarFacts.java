// SPDX-License-Identifier: BSD-2-Clause

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.w3c.dom.Element;

/** What the updater records of a jar, found the way it finds it (github.com/imagej/imagej-updater, 2.0.3). */
final class JarFacts implements AutoCloseable {

	private static final String PLUGIN_INDEX = "META-INF/json/org.scijava.plugin.Plugin";

	private final JarFile jar;

	JarFacts(final Path file) throws IOException {
		jar = new JarFile(file.toFile());
	}

	@Override
	public void close() throws IOException {
		jar.close();
	}

	/**
	 * SHA-1 over the entries, sorted: their names and contents. Dates and who
	 * built it don't count, so comment lines of properties are left out as the
	 * updater leaves them out, and so is the manifest: of it the updater means to
	 * keep a main class, but looks for it in a way that never finds one.
	 */
	String checksum() throws IOException {
		final MessageDigest digest = sha1();
		for (final JarEntry entry : jar.stream().sorted(Comparator.comparing(JarEntry::getName)).toList()) {
			digest.update(entry.getName().getBytes(StandardCharsets.US_ASCII));
			if (entry.getName().equals(JarFile.MANIFEST_NAME)) continue;
			final byte[] content = read(entry);
			digest.update(entry.getName().endsWith(".properties") ? new WithoutComments(content).all() : content);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** The classes that it brings, as a/b/C. */
	List<String> classes() {
		return jar.stream().map(JarEntry::getName).filter(JarFacts::isClass).map(name -> name.substring(0, name.length() -
			".class".length())).toList();
	}

	/** The classes that its classes name, as a/b/C. */
	Set<String> classesNamed() throws IOException {
		final Set<String> names = new TreeSet<>();
		for (final JarEntry entry : jar.stream().filter(e -> isClass(e.getName())).toList())
			names.addAll(classesNamedIn(read(entry), entry.getName()));
		return names;
	}

	/** The description in the first POM that Maven has put into it, or nothing. */
	String description() throws IOException {
		return pom().flatMap(p -> Xml.children(p, "description").findFirst()).map(Element::getTextContent).orElse("");
	}

	/** The developers in that POM, by their names. */
	List<String> authors() throws IOException {
		return pom().stream().flatMap(p -> Xml.children(p, "developers")).flatMap(d -> Xml.children(d, "developer")).flatMap(
			d -> Xml.children(d, "name")).map(Element::getTextContent).distinct().toList();
	}

	/** Whether SciJava's index of plugins holds a text. */
	boolean pluginsHold(final String text) throws IOException {
		return plugins().contains(text);
	}

	/** The classes of the commands that have a place in a menu. */
	List<String> menuCommands() throws IOException {
		return Stream.of(plugins().split("\\{\"class\":\"")).filter(p -> p.contains("\"type\":\"org.scijava.command.Command\"") &&
			p.contains("\"menu")).map(p -> p.substring(0, p.indexOf('"'))).toList();
	}

	private String plugins() throws IOException {
		final JarEntry entry = jar.getJarEntry(PLUGIN_INDEX);
		return entry == null ? "" : new String(read(entry), StandardCharsets.UTF_8);
	}

	private Optional<Element> pom() throws IOException {
		final Optional<JarEntry> entry = jar.stream().filter(e -> e.getName().matches("META-INF/maven/.*/pom\\.xml"))
			.findFirst();
		return entry.isEmpty() ? Optional.empty() : Optional.of(Xml.parse(new ByteArrayInputStream(read(entry.get()))));
	}

	private byte[] read(final JarEntry entry) throws IOException {
		try (InputStream in = jar.getInputStream(entry)) {
			return in.readAllBytes();
		}
	}

	private static boolean isClass(final String name) {
		return name.endsWith(".class") && !name.endsWith("module-info.class");
	}

	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The classes in the constant pool: Java Virtual Machine Specification, 4.4. */
	private static Set<String> classesNamedIn(final byte[] code, final String where) throws IOException {
		final DataInputStream in = new DataInputStream(new ByteArrayInputStream(code));
		in.skipNBytes(8);
		final int count = in.readUnsignedShort();
		final Map<Integer, String> texts = new HashMap<>();
		final Set<Integer> classes = new TreeSet<>();
		for (int i = 1; i < count; i++) {
			final int tag = in.readUnsignedByte();
			switch (tag) {
				case 1 -> texts.put(i, in.readUTF());
				case 7 -> classes.add(in.readUnsignedShort());
				case 8, 16, 19, 20 -> in.skipNBytes(2);
				case 15 -> in.skipNBytes(3);
				case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
				case 5, 6 -> {
					in.skipNBytes(8);
					i++; // a long or double counts as two
				}
				default -> throw new IllegalStateException("Expected a class file but constant " + i + " of " + where +
					" has the tag " + tag + ".");
			}
		}
		return classes.stream().map(texts::get).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Properties without their comment lines, as the updater reads them: of a
	 * comment the line's end remains, and a line behind an empty one counts as
	 * content whatever it begins with.
	 */
	private static final class WithoutComments {

		private final InputStream in;
		private boolean atLineStart = true;

		WithoutComments(final byte[] content) {
			in = new ByteArrayInputStream(content);
		}

		byte[] all() throws IOException {
			final ByteArrayOutputStream out = new ByteArrayOutputStream();
			for (int c = next(); c >= 0; c = next())
				out.write(c);
			return out.toByteArray();
		}

		private int next() throws IOException {
			int c = in.read();
			if (!atLineStart) {
				atLineStart = c == '\n';
				return c;
			}
			atLineStart = c == '#';
			if (c == '#') do c = next();
			while (c != '\n' && c >= 0);
			return c;
		}
	}
}
