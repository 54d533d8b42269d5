// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.store.SourceUrl;

/**
 * Where the chunked graph of a {@code graphene://} source answers.
 *
 * @param service the part that all addresses share, such as
 *          {@code https://host/segmentation}
 * @param table the name of the graph
 */
public record GrapheneAddress(String service, String table) {

	/** Current form, the form of the API, and the form of old links. */
	private static final Pattern FORM = Pattern.compile(
		"(https?://[^/]+(?:/[^/]+)*?/[^/]+)/(?:table|api/v1(?:/table)?|1\\.0)/([^/]+)");

	/**
	 * @throws IllegalArgumentException if the address names no table of a graph
	 */
	public static GrapheneAddress of(final SourceUrl source) {
		final Matcher m = FORM.matcher(source.address().toString());
		if (source.format() != SourceUrl.Format.GRAPHENE || !m.matches())
			throw new IllegalArgumentException(
				"Expected an address such as graphene://https://host/segmentation/table/name but got " +
					source + ".");
		return new GrapheneAddress(m.group(1), m.group(2));
	}

	/** The {@code info} of the table, which is not under the API. */
	public URI info() {
		return URI.create(service + "/table/" + table + "/info");
	}

	/**
	 * A question to the graph.
	 *
	 * @param pathAndQuery below the table, such as {@code roots_binary}
	 */
	public URI api(final String pathAndQuery) {
		return URI.create(service + "/api/v1/table/" + table + "/" + pathAndQuery);
	}

	/** {@code https://host/segmentation/table/name}. */
	@Override
	public String toString() {
		return service + "/table/" + table;
	}
}
