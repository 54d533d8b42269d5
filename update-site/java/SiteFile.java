// SPDX-License-Identifier: BSD-2-Clause

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.w3c.dom.Element;

/**
 * One file in an update site's database, with its earlier versions.
 *
 * @param filename its name in Fiji's folder, with the version
 * @param current what is served now; empty if the site has withdrawn the file
 * @param previous what was served before: the updater replaces only files that
 *          it knows
 */
record SiteFile(String filename, Optional<Version> current, List<Previous> previous) {

	/**
	 * @param checksum as {@link JarFacts#checksum()}
	 * @param timestamp YYYYMMDDhhmmss, the end of the served file's name
	 * @param dependencies files that must be in Fiji as well, without their
	 *          versions
	 * @param dependenciesSince the timestamp that goes with them
	 */
	record Version(String checksum, String timestamp, long size, String description, List<String> dependencies,
		String dependenciesSince, List<String> authors)
	{}

	/** @param obsolete the timestamp since when another is served, 0 if unknown */
	record Previous(String filename, String checksum, String timestamp, String obsolete) {}

	/** All versions up to now, the current one counted as replaced at that time. */
	List<Previous> replacedAt(final String timestamp) {
		final List<Previous> all = new ArrayList<>(previous);
		current.ifPresent(c -> all.add(new Previous(filename, c.checksum(), c.timestamp(), timestamp)));
		return all;
	}

	/** Reads an element {@code plugin}. */
	static SiteFile of(final Element plugin) {
		final String filename = plugin.getAttribute("filename");
		final Optional<Version> current = Xml.children(plugin, "version").findFirst().map(SiteFile::version);
		return new SiteFile(filename, current, Xml.children(plugin, "previous-version").map(p -> new Previous(p.hasAttribute(
			"filename") ? p.getAttribute("filename") : filename, p.getAttribute("checksum"), p.getAttribute("timestamp"), p
				.hasAttribute("timestamp-obsolete") ? p.getAttribute("timestamp-obsolete") : "0")).toList());
	}

	private static Version version(final Element e) {
		final List<Element> dependencies = Xml.children(e, "dependency").toList();
		return new Version(e.getAttribute("checksum"), e.getAttribute("timestamp"), Long.parseLong(e.getAttribute("filesize")),
			Xml.children(e, "description").map(Element::getTextContent).findFirst().orElse(""), dependencies.stream().map(d -> d
				.getAttribute("filename")).toList(), dependencies.isEmpty() ? "" : dependencies.get(0).getAttribute("timestamp"), Xml
					.children(e, "author").map(Element::getTextContent).toList());
	}

	/** Writes the element that {@link #of} reads. */
	void write(final StringBuilder xml) {
		xml.append("    <plugin").append(attribute("filename", filename)).append(">\n");
		current.ifPresent(c -> write(c, xml));
		for (final Previous p : previous)
			xml.append("        <previous-version").append(attribute("timestamp", p.timestamp())).append(attribute(
				"timestamp-obsolete", p.obsolete())).append(attribute("checksum", p.checksum())).append(attribute("filename", p
					.filename())).append("/>\n");
		xml.append("    </plugin>\n");
	}

	private static void write(final Version v, final StringBuilder xml) {
		xml.append("        <version").append(attribute("checksum", v.checksum())).append(attribute("timestamp", v.timestamp()))
			.append(attribute("filesize", Long.toString(v.size()))).append(">\n");
		if (!v.description().isEmpty()) xml.append("            <description>").append(Xml.escape(v.description())).append(
			"</description>\n");
		for (final String dependency : v.dependencies())
			xml.append("            <dependency").append(attribute("filename", dependency)).append(attribute("timestamp", v
				.dependenciesSince())).append("/>\n");
		for (final String author : v.authors())
			xml.append("            <author>").append(Xml.escape(author)).append("</author>\n");
		xml.append("        </version>\n");
	}

	private static String attribute(final String name, final String value) {
		return " " + name + "=\"" + Xml.escape(value) + "\"";
	}
}
