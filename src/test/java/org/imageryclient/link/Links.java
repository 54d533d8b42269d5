// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The links in {@code src/test/resources/links}, and small states. */
final class Links {

	private Links() {}

	static String file(final String name) {
		try (InputStream in = Links.class.getResourceAsStream("/links/" + name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** A state whose one layer is a segmentation with these members. */
	static String segmentation(final String members) {
		return "{\"layers\":[{\"type\":\"segmentation\",\"name\":\"seg\",\"source\":\"precomputed://gs://b/seg\"," +
			members + "}]}";
	}

	/** A state of these members, and one image layer. */
	static String state(final String members) {
		return "{" + members +
			",\"layers\":[{\"type\":\"image\",\"name\":\"em\",\"source\":\"precomputed://gs://b/em\"}]}";
	}

	static SegmentationLayer layer(final String members) {
		return NeuroglancerState.parse(segmentation(members)).segmentation()
			.orElseThrow();
	}
}
