// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.Unsupported;
import org.imageryclient.store.SourceUrl.Format;

/** Takes the parts of a {@link SourceUrl} off its text, from the left. */
final class SourceUrlParser {

	private static final String KNOWN =
		"precomputed://, graphene://, gs://, s3://, https://, http://, file://, matrix://, tigerdata://, nokura:// or the path of a folder";

	/** Two letters at least: one is a drive of Windows. */
	private static final Pattern SCHEME = Pattern.compile(
		"([A-Za-z][A-Za-z0-9+.-]+):(//)?(.*)", Pattern.DOTALL);

	/** Where buckets are that have a scheme of their own, path style. */
	private static final Map<String, String> BUCKET_HOSTS = Map.of( //
		"gs", "https://storage.googleapis.com/", //
		"matrix", "https://s3-hpcrc.rc.princeton.edu/", //
		"tigerdata", "https://td.princeton.edu/", //
		"nokura", "https://c10s.pni.princeton.edu/");

	private static final String PIPELINE_STAGE = "neuroglancer-precomputed";

	private final String text;
	private Format format = Format.PRECOMPUTED;
	private boolean middleAuth;

	SourceUrlParser(final String text) {
		this.text = text.strip();
	}

	SourceUrl parse() {
		if (text.isEmpty() || text.indexOf('\0') >= 0)
			throw new IllegalArgumentException(
				"Expected the address of a volume but got an empty one; try " + KNOWN +
					".");
		final String location = takeMiddleAuth(takeFormat(takePipeline(text)));
		final Matcher m = SCHEME.matcher(location);
		if (!m.matches()) return ofPath(location);
		final String scheme = m.group(1).toLowerCase(Locale.ROOT);
		if (scheme.equals("file")) return ofPath(decoded(fileName(m)));
		if (m.group(2) == null) throw unknown(scheme);
		return ofNetwork(scheme, withoutFragment(m.group(3)));
	}

	private String takePipeline(final String whole) {
		final int bar = whole.indexOf('|');
		if (bar < 0) return whole;
		final String stages = withoutFragment(whole.substring(bar + 1)).strip();
		final String stage = stages.endsWith(":") ? stages.substring(0, stages
			.length() - 1) : stages;
		if (!stage.isEmpty() && !stage.equalsIgnoreCase(PIPELINE_STAGE))
			throw new Unsupported("Expected |" + PIPELINE_STAGE + ": but was |" +
				stages + " in " + shown() + "; other formats can't be read.");
		return whole.substring(0, bar).strip();
	}

	private String takeFormat(final String rest) {
		for (final Format candidate : Format.values()) {
			final String prefix = candidate.name() + "://";
			if (rest.regionMatches(true, 0, prefix, 0, prefix.length())) {
				format = candidate;
				return rest.substring(prefix.length());
			}
		}
		return rest;
	}

	private String takeMiddleAuth(final String rest) {
		final String prefix = "middleauth+";
		middleAuth = rest.regionMatches(true, 0, prefix, 0, prefix.length());
		return middleAuth ? rest.substring(prefix.length()) : rest;
	}

	/** {@code file:///a}, {@code file:/a} and the loose {@code file://a}. */
	private static String fileName(final Matcher m) {
		final String name = withoutFragment(m.group(3));
		final boolean drive = name.matches("/[A-Za-z]:([/\\\\].*)?");
		return drive ? name.substring(1) : name;
	}

	/** What {@code Path.toUri} encoded; anything else is left as it is. */
	private static String decoded(final String name) {
		if (!name.contains("%")) return name;
		try {
			return KeyPath.percentDecoded(name);
		}
		catch (final IllegalArgumentException e) {
			return name;
		}
	}

	private SourceUrl ofPath(final String name) {
		if (format == Format.GRAPHENE || middleAuth) throw new Unsupported(
			"Expected an http or https address after " + (format == Format.GRAPHENE
				? "graphene://" : "middleauth+") + " but was a path in " + shown() +
				".");
		if (name.isBlank()) throw noPlace();
		try {
			final Path folder = Path.of(name.equals("~") || name.startsWith("~/")
				? System.getProperty("user.home") + name.substring(1) : name)
				.toAbsolutePath().normalize();
			final Path parent = folder.getParent();
			return new SourceUrl(format, false, folderUri(folder), folderUri(
				parent == null ? folder : parent), text);
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException("Expected the path of a folder but " +
				shown() + " is none here: " + e.getReason() + ".", e);
		}
	}

	private static URI folderUri(final Path folder) {
		final String uri = folder.toUri().toString();
		return URI.create(uri.endsWith("/") && uri.length() > "file:///".length()
			? uri.substring(0, uri.length() - 1) : uri);
	}

	private SourceUrl ofNetwork(final String scheme, final String rest) {
		switch (scheme) {
			case "https", "http":
				return ofHttp(scheme + "://", rest, 1);
			case "s3+https", "s3+http":
				return ofHttp(scheme.substring(3) + "://", rest, 2);
			case "s3":
				return ofS3(rest);
			case "precomputed", "graphene":
				throw new IllegalArgumentException("Expected one " + scheme +
					":// but there are more in " + shown() + ".");
			default:
				final String host = BUCKET_HOSTS.get(scheme.equals("gs+xml") ? "gs"
					: scheme);
				if (host == null) throw unknown(scheme);
				return ofHttp(host, rest, 1);
		}
	}

	private SourceUrl ofS3(final String rest) {
		final Matcher endpoint = Pattern.compile("(?i)(https?://)(.*)",
			Pattern.DOTALL).matcher(rest);
		if (endpoint.matches()) return ofHttp(endpoint.group(1).toLowerCase(
			Locale.ROOT), endpoint.group(2), 2);
		final int slash = rest.indexOf('/');
		final String bucket = slash < 0 ? rest : rest.substring(0, slash);
		// The certificate of *.s3.amazonaws.com covers no further dot.
		if (bucket.isEmpty() || bucket.contains(".")) return ofHttp(
			"https://s3.amazonaws.com/", rest, 1);
		return ofHttp("https://" + bucket + ".s3.amazonaws.com/", slash < 0 ? ""
			: rest.substring(slash + 1), 0);
	}

	/**
	 * @param prefix scheme, or scheme and host
	 * @param fixed how many of the parts of {@code rest} make the root: the host
	 *          or the bucket, or both
	 */
	private SourceUrl ofHttp(final String prefix, final String rest,
		final int fixed)
	{
		final int query = rest.indexOf('?');
		final String authority = prefix.endsWith("://") ? rest.split("[/?]", 2)[0]
			: "";
		if (query >= 0 || authority.contains("@")) throw new Unsupported(
			"Expected an address without a user name and without a query (?…) but was one on " +
				authority.substring(authority.indexOf('@') + 1) +
				"; tokens belong into the token file, never into an address.");
		if (format == Format.GRAPHENE && !prefix.endsWith("://"))
			throw new Unsupported(
				"Expected an http or https address after graphene:// but was " +
					shown() + ".");
		final List<String> names = new ArrayList<>(KeyPath.follow(List.of(), rest)
			.orElseThrow(this::noPlace));
		if (names.size() < fixed) throw noPlace();
		if (prefix.endsWith("://")) checkSameHost(authority, names.get(0));
		for (int i = prefix.endsWith("://") ? 1 : 0; i < names.size(); i++)
			names.set(i, KeyPath.percentEncodedOnce(names.get(i)));
		final URI address = uri(prefix + String.join("/", names));
		if (address.getHost() == null) throw noPlace();
		return new SourceUrl(format, middleAuth || format == Format.GRAPHENE,
			address, uri(prefix + String.join("/", names.subList(0, fixed))), text);
	}

	/** Dots in an address may not climb to another host. */
	private void checkSameHost(final String written, final String found) {
		if (!written.equals(found)) throw noPlace();
	}

	private URI uri(final String encoded) {
		try {
			return URI.create(encoded.endsWith("/") ? encoded.substring(0, encoded
				.length() - 1) : encoded);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException("Expected an address but " + shown() +
				" is none: " + e.getMessage(), e);
		}
	}

	private static String withoutFragment(final String rest) {
		final int hash = rest.indexOf('#');
		return hash < 0 ? rest : rest.substring(0, hash);
	}

	private Unsupported unknown(final String scheme) {
		return new Unsupported("Expected an address with " + KNOWN +
			" but its scheme was " + scheme + ": in " + shown() + ".");
	}

	private IllegalArgumentException noPlace() {
		return new IllegalArgumentException(
			"Expected a host or bucket and a path but there is none in " + shown() +
				"; try " + KNOWN + ".");
	}

	/** The text without what may be a secret. */
	private String shown() {
		return text.replaceAll("\\?[^|#]*", "?…").replaceAll("//[^/@|]*@", "//…@");
	}
}
