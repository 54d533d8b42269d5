// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address in a manifest holds nothing that may be a secret. */
class PublicAddressTest {

	@ParameterizedTest
	@CsvSource({ "gs://bucket/em, gs://bucket/em",
		"https://ann:pw@host/em, https://host/em",
		"precomputed://https://ann@host/em, precomputed://https://host/em",
		"https://host/em?token=abc, https://host/em",
		"https://host/em#access_token=abc, https://host/em",
		"https://host/em?token=abc|neuroglancer-precomputed:, https://host/em|neuroglancer-precomputed:",
		"graphene://middleauth+https://u:p@host/segmentation/table/t, graphene://middleauth+https://host/segmentation/table/t" })
	void of_anAddressOnTheWeb_takesAwayWhatMayBeSecret(final String given,
		final String expected)
	{
		assertEquals(expected, PublicAddress.of(given));
	}

	@ParameterizedTest
	@CsvSource({ "/data/em#2", "samples/what?/em", "/home/ann@lab/em" })
	void of_aFolder_isTheFolder(final String folder) {
		assertEquals(folder, PublicAddress.of(folder));
	}

	@ParameterizedTest
	@CsvSource({ "gs://bucket/em, https://storage.googleapis.com/bucket/em",
		"https://host/em#access_token=abc, https://host/em", "zarr://host/em, ''" })
	void resolved_isWhereItIs(final String given, final String expected) {
		assertEquals(expected, PublicAddress.resolved(given));
	}

	@Test
	void resolved_ofARelativeFolder_isItsWholePath() {
		assertEquals("file://" + Path.of("samples", "vnc", "em").toAbsolutePath(),
			PublicAddress.resolved("samples/vnc/em").replaceAll("/$", ""));
	}
}
