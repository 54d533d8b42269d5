// SPDX-License-Identifier: BSD-2-Clause

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.scijava.util.FileUtils;

/** The file that the updater reads first: db.xml.gz, as its XMLFileWriter writes it for a site. */
final class SiteDatabase {

	static final String NAME = "db.xml.gz";

	/** Says no more than a site needs: the updater's own lists of sites are left out. */
	private static final String DOCUMENT_TYPE = """
		<!DOCTYPE pluginRecords [
		<!ELEMENT pluginRecords (plugin*)>
		<!ELEMENT plugin (platform*, category*, version?, previous-version*)>
		<!ELEMENT version (description?, dependency*, link*, author*)>
		<!ELEMENT previous-version EMPTY>
		<!ELEMENT dependency EMPTY>
		<!ELEMENT description (#PCDATA)>
		<!ELEMENT link (#PCDATA)>
		<!ELEMENT author (#PCDATA)>
		<!ELEMENT platform (#PCDATA)>
		<!ELEMENT category (#PCDATA)>
		<!ATTLIST plugin update-site CDATA #IMPLIED filename CDATA #REQUIRED executable CDATA #IMPLIED>
		<!ATTLIST version timestamp CDATA #REQUIRED checksum CDATA #REQUIRED filesize CDATA #REQUIRED>
		<!ATTLIST dependency filename CDATA #REQUIRED timestamp CDATA #IMPLIED overrides CDATA #IMPLIED>
		<!ATTLIST previous-version filename CDATA #IMPLIED timestamp CDATA #REQUIRED
			timestamp-obsolete CDATA #IMPLIED checksum CDATA #REQUIRED>]>
		""";

	private SiteDatabase() {}

	/** The files by their names without versions; none where there is no database yet. */
	static Map<String, SiteFile> read(final Path site) throws IOException {
		final Path file = site.resolve(NAME);
		if (!Files.exists(file)) return Map.of();
		try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
			return Xml.children(Xml.parse(in), "plugin").map(SiteFile::of).collect(Collectors.toMap(f -> FileUtils
				.stripFilenameVersion(f.filename()), f -> f, (a, b) -> b, TreeMap::new));
		}
	}

	/** In one step, so that whoever asks meanwhile sees the site as it was. */
	static void write(final Path site, final Collection<SiteFile> files) throws IOException {
		final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").append(DOCUMENT_TYPE)
			.append("<pluginRecords>\n");
		files.forEach(f -> f.write(xml));
		write(site, xml.append("</pluginRecords>\n"));
	}

	/** A folder of Fiji's that knows one site and has nothing installed. */
	static void writeFolder(final Path folder, final String site, final String address) throws IOException {
		write(folder, new StringBuilder("<pluginRecords><update-site name=\"" + Xml.escape(site) + "\" url=\"" + Xml.escape(
			address) + "\" timestamp=\"0\"/></pluginRecords>\n"));
	}

	private static void write(final Path folder, final CharSequence xml) throws IOException {
		Files.createDirectories(folder);
		final Path written = folder.resolve(NAME + ".lock");
		try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(written))) {
			out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
		}
		Files.move(written, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}
}
