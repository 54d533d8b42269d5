// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.imageryclient.CorruptData;
import org.imageryclient.Unsupported;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;

/**
 * Descriptions of arrays as other programs write them, without any chunk: what
 * absent chunks hold, and what would be misread.
 */
class ZarrArrayTest {

	private static final Region ALL = Region.bounds(0, 0, 0, 4, 3, 2);

	private final Context context = new Context();
	private final CutoutService cutouts = context.service(CutoutService.class);

	@TempDir
	private Path folder;

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@ParameterizedTest
	@CsvSource({ "<u2, 7, 7", "|u1, 255, 255", "<i2, -3, -3", "<u2, 0, 0",
		"<u2, null, 0", "<f4, 2.5, 2.5", "<f8, \"NaN\", NaN",
		"<f4, \"-Infinity\", -Infinity" })
	void absentChunk_holdsTheFillValueOfZarr2(final String type,
		final String fill, final double expected) throws IOException
	{
		zarr2(type, "null", "null", "C", fill);

		assertEquals(expected, firstSample("zarr2"));
	}

	@ParameterizedTest
	@CsvSource({ "uint16, 7, 7", "float32, \"0x7f800000\", Infinity",
		"float64, \"0x4004000000000000\", 2.5" })
	void absentChunk_holdsTheFillValueOfZarr3(final String type,
		final String fill, final double expected) throws IOException
	{
		zarr3(type, fill, "bytes");

		assertEquals(expected, firstSample("zarr3"));
	}

	@Test
	void absentChunkOfLabels_holdsAnIdOfAll64Bits() throws IOException {
		zarr3("uint64", "18446744073709551615", "bytes");

		assertArrayEquals(new long[] { -1 }, cutouts.open("", "zarr3://" + folder)
			.segmentation(ALL, RootSelection.all()).ids());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"{\"id\":\"lz4\",\"acceleration\":1} | null | C | lz4",
		"null | [{\"id\":\"delta\",\"dtype\":\"<u2\"}] | C | delta",
		"null | null | F | order F" })
	void arrayThatWouldBeMisread_isRefused(final String compressor,
		final String filters, final String order, final String named)
		throws IOException
	{
		zarr2("<u2", compressor, filters, order, "0");

		assertRefused("zarr2", named);
	}

	@Test
	void unknownCodecOfZarr3_isNamed() throws IOException {
		zarr3("uint16", "0", "numcodecs.lzma");

		assertRefused("zarr3", "numcodecs.lzma");
	}

	@Test
	void descriptionWithoutAType_isCorrupt() throws IOException {
		Files.writeString(folder.resolve(".zarray"),
			"{\"zarr_format\":2,\"shape\":[2,3,4],\"chunks\":[2,3,4]}");

		final CorruptData corrupt = assertThrows(CorruptData.class, () -> open(
			"zarr2"));

		assertTrue(corrupt.getMessage().contains(folder.toString()), corrupt
			.getMessage());
	}

	private void assertRefused(final String scheme, final String named) {
		final Unsupported refused = assertThrows(Unsupported.class, () -> open(
			scheme));

		assertTrue(refused.getMessage().contains(named), refused.getMessage());
	}

	private double firstSample(final String scheme) {
		return open(scheme).image(ALL).pixels().getAt(0, 0, 0, 0).getRealDouble();
	}

	private ImageryClient open(final String scheme) {
		return cutouts.open(scheme + "://" + folder, "");
	}

	private void zarr2(final String type, final String compressor,
		final String filters, final String order, final String fill)
		throws IOException
	{
		Files.writeString(folder.resolve(".zarray"),
			"{\"zarr_format\":2,\"shape\":[2,3,4],\"chunks\":[2,3,4],\"dtype\":\"" +
				type + "\",\"compressor\":" + compressor + ",\"filters\":" + filters +
				",\"order\":\"" + order + "\",\"fill_value\":" + fill + "}");
	}

	private void zarr3(final String type, final String fill, final String codec)
		throws IOException
	{
		Files.writeString(folder.resolve("zarr.json"),
			"{\"zarr_format\":3,\"node_type\":\"array\",\"shape\":[2,3,4],\"data_type\":\"" +
				type +
				"\",\"chunk_grid\":{\"name\":\"regular\",\"configuration\":{\"chunk_shape\":[2,3,4]}}," +
				"\"chunk_key_encoding\":{\"name\":\"default\",\"configuration\":{\"separator\":\"/\"}}," +
				"\"fill_value\":" + fill + ",\"codecs\":[{\"name\":\"" + codec +
				"\",\"configuration\":{\"endian\":\"little\"}}],\"attributes\":{}}");
	}
}
