// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyReaderTest {

	@ParameterizedTest
	@CsvSource({ "|b1, 01, 1", "|u1, ff, 255", "|i1, ff, -1", "<u2, feff, 65534",
		"<i2, feff, -2", ">u2, 0102, 258", "<u4, ffffffff, 4294967295",
		"<i4, ffffffff, -1", "<u8, ffffffffffffffff, 18446744073709551615",
		"<i8, ffffffffffffffff, -1", "<f2, 003c, 1.0", "<f2, 01c0, -2.001953125",
		"<f2, 0002, 3.0517578125E-5", "<f2, 00fc, -Infinity", "<f2, 007e, NaN",
		"<f4, 0000c03f, 1.5", "<f8, 000000000000f83f, 1.5",
		">f8, 3ff8000000000000, 1.5" })
	void element_of_any_type_is_read_exactly(final String descr,
		final String bytes, final String expected) throws IOException
	{
		final NumberArray array = NpyReader.read(npy(1, descr, true, "(1,)", hex(
			bytes)));

		assertEquals(expected, array.text(0));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void header_of_each_version_is_understood(final int version)
		throws IOException
	{
		final NumberArray array = NpyReader.read(npy(version, "|u1", true, "(3, 1)",
			hex("010203")));

		assertArrayEquals(new int[] { 3, 1 }, array.shape());
		assertEquals("3", array.text(2));
	}

	@Test
	void c_order_is_turned_to_first_axis_fastest() throws IOException {
		final NumberArray array = NpyReader.read(npy(1, "|u1", false, "(2, 3)", hex(
			"010203040506")));

		final List<String> columns = List.of("1", "4", "2", "5", "3", "6");
		for (int i = 0; i < 6; i++)
			assertEquals(columns.get(i), array.text(i));
	}

	@Test
	void fortran_order_is_kept() throws IOException {
		final NumberArray array = NpyReader.read(npy(1, "|u1", true, "(2, 3)", hex(
			"010203040506")));

		assertEquals("2", array.text(1));
		assertEquals("[1, 0]", array.position(1));
	}

	@Test
	void scalar_has_no_axes_and_one_element() throws IOException {
		final NumberArray array = NpyReader.read(npy(1, "<i8", false, "()", hex(
			"0700000000000000")));

		assertEquals(0, array.shape().length);
		assertEquals("7", array.text(0));
	}

	@Test
	void array_of_strings_is_refused_by_its_type() {
		final IOException e = assertThrows(IOException.class, () -> NpyReader.read(
			npy(1, "<U1", false, "(1,)", hex("41000000"))));

		assertTrue(e.getMessage().contains("U1"), e.getMessage());
	}

	@Test
	void npz_gives_every_array_under_its_name(@TempDir final Path folder)
		throws IOException
	{
		final Path npz = folder.resolve("two.npz");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(
			npz)))
		{
			entry(zip, "image.npy", npy(1, "|u1", true, "(1,)", hex("05")));
			entry(zip, "mask_9.npy", npy(1, "|u1", true, "(2,)", hex("0001")));
		}

		final var arrays = NpzReader.read(npz);

		assertEquals(List.of("image", "mask_9"), List.copyOf(arrays.keySet()));
		assertEquals("1", arrays.get("mask_9").text(1));
	}

	private static void entry(final ZipOutputStream zip, final String name,
		final byte[] content) throws IOException
	{
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content);
		zip.closeEntry();
	}

	private static byte[] npy(final int version, final String descr,
		final boolean fortran, final String shape, final byte[] data)
		throws IOException
	{
		final byte[] header = ("{'descr': '" + descr + "', 'fortran_order': " +
			(fortran ? "True" : "False") + ", 'shape': " + shape + ", }\n").getBytes(
				StandardCharsets.US_ASCII);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(hex("934e554d5059"));
		out.write(new byte[] { (byte) version, 0 });
		writeLength(out, header.length, version == 1 ? 2 : 4);
		out.write(header);
		out.write(data);
		return out.toByteArray();
	}

	private static void writeLength(final OutputStream out, final int length,
		final int bytes) throws IOException
	{
		out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(
			length).array(), 0, bytes);
	}

	private static byte[] hex(final String digits) {
		return HexFormat.of().parseHex(digits);
	}
}
