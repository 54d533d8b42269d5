// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was pasted: a state, or the address of one.
 *
 * @param isAddress whether {@code content} is an address, else it is JSON
 * @param content without what is around it in a link
 */
record PastedText(boolean isAddress, String content) {

	private static final Pattern JSON_URL = Pattern.compile(
		"[?&]json_url=([^&#]+)");

	private static final Pattern ADDRESS = Pattern.compile(
		"(?i)[a-z][a-z\\d+.-]*://\\S+");

	/** Where CAVE servers keep states. */
	private static final Pattern STATE_SERVICE = Pattern.compile(
		"(?i)(?:middleauth\\+)?https?://[^/\\s]+/(?:[^\\s?#]*/)?nglstate/[^\\s?#]+");

	private static final int LONGEST_QUOTE = 60;

	/** Whether a text is meant as a link or state, right or wrong. */
	static boolean isOne(final String text) {
		final String bare = bare(text);
		return bare.startsWith("{") || bare.toLowerCase(Locale.ROOT).startsWith("%7b") || bare
			.contains("#!") || JSON_URL.matcher(bare).find() || STATE_SERVICE.matcher(
				bare).matches();
	}

	/**
	 * @throws IllegalArgumentException if it is none of the forms; says which
	 *           there are
	 */
	static PastedText of(final String text) {
		final String bare = bare(text);
		if (bare.startsWith("{")) return state(bare);
		final int fragment = bare.indexOf("#!");
		final Matcher jsonUrl = JSON_URL.matcher(fragment < 0 ? bare : bare
			.substring(0, fragment));
		if (jsonUrl.find()) return new PastedText(true, decoded(jsonUrl.group(1)));
		if (fragment >= 0) return ofFragment(bare.substring(fragment + 2), bare);
		if (bare.toLowerCase(Locale.ROOT).startsWith("%7b")) return ofFragment(bare, bare);
		if (STATE_SERVICE.matcher(bare).matches()) return new PastedText(true,
			bare);
		throw refusal(bare);
	}

	private static PastedText ofFragment(final String fragment,
		final String whole)
	{
		// A plus says that the state adds to what is shown.
		String content = decoded(fragment.startsWith("+") ? fragment.substring(1)
			: fragment).strip();
		// Mail programs encode what is encoded already.
		if (content.toLowerCase(Locale.ROOT).startsWith("%7b")) content = decoded(content);
		if (content.startsWith("{")) return state(content);
		if (ADDRESS.matcher(content).matches()) return new PastedText(true,
			content);
		throw refusal(whole);
	}

	private static PastedText state(final String json) {
		return new PastedText(false, UrlSafeJson.toJson(json));
	}

	/** Without the brackets and quotes that mails put around links. */
	private static String bare(final String text) {
		final String stripped = text.strip();
		final boolean isWrapped = stripped.length() > 1 && (stripped.startsWith(
			"<") && stripped.endsWith(">") || stripped.startsWith("\"") && stripped
				.endsWith("\""));
		return isWrapped ? stripped.substring(1, stripped.length() - 1).strip()
			: stripped;
	}

	/** As browsers do: a plus is a plus. */
	private static String decoded(final String encoded) {
		try {
			return URLDecoder.decode(encoded.replace("+", "%2B"),
				StandardCharsets.UTF_8);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(
				"Expected a link with each % followed by two hexadecimal digits but \"" +
					quote(encoded) + "\" is not; try copying it again.", e);
		}
	}

	private static IllegalArgumentException refusal(final String text) {
		final String hint = text.contains("local_id=")
			? "; its state is kept in the browser that made it: there, use Share to get another link"
			: "; try copying it again, from the browser's address line";
		return new IllegalArgumentException(
			"Expected a Neuroglancer link (https://…#!{…}), the address of a stored state (…#!middleauth+https://…/nglstate/api/v1/…, ?json_url=…) or a state as JSON ({…}) but was \"" +
				quote(text) + "\"" + hint + ".");
	}

	private static String quote(final String text) {
		return text.length() <= LONGEST_QUOTE ? text : text.substring(0,
			LONGEST_QUOTE) + "…";
	}
}
