// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import java.awt.image.BufferedImage;
import java.util.zip.CRC32;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.imageryclient.CorruptData;
import org.imageryclient.geom.Long3;
import org.imageryclient.testing.MemoryStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the message says of each way in which a chunk can be broken. */
class BrokenChunkTest {

	private static final String RAW = "raw_u16_unsharded";

	private static final String JPEG = "jpeg_rgb_unsharded";

	private static final String PNG = "png_u16_unsharded";

	private static final String CSEG = "cseg_u32_unsharded_block16x16x2";

	/**
	 * @param volume one of the format volumes, whose first chunk is damaged
	 * @param message what the message must hold besides volume, chunk, key
	 */
	private record Broken(String what, String volume,
		UnaryOperator<byte[]> damage, List<String> message)
	{

		@Override
		public String toString() {
			return volume + ": " + what;
		}
	}

	static Stream<Broken> broken() {
		return Stream.of( //
			broken("cut", RAW, b -> Arrays.copyOf(b, 100),
				"Expected a raw chunk of 512 bytes (8 x 8 x 4 voxels, 1 channel of uint16)",
				"was 100 bytes", "at byte 100"), //
			broken("too long", RAW, b -> Arrays.copyOf(b, 513), "512 bytes",
				"was 513 bytes", "at byte 512"), //
			broken("much too long", RAW, b -> Arrays.copyOf(b, 1 << 20),
				"Expected at most", "there are 1048576"), //
			broken("an error page", JPEG, b -> text("<html>Sorry</html>"),
				"Expected a JPEG stream", "3c 68 74 6d 6c", "at byte 0"), //
			broken("cut in its head", JPEG, b -> Arrays.copyOf(b, 100), "Expected",
				"after 100 bytes", "at byte 100"), //
			broken("cut in its scan", JPEG, b -> Arrays.copyOf(b, b.length - 200),
				"Expected a whole JPEG stream", "broken one of"), //
			broken("of another size", JPEG, b -> replaced(b, frame(b) + 7, 0, 15),
				"Expected a JPEG picture of 2048 pixels (16 x 16 x 8 voxels, 3 channels of uint8)",
				"was 15 x 128 pixels", "at byte "), //
			broken("of another precision", JPEG, b -> replaced(b, frame(b) + 4, 12),
				"8 bits per sample", "one of 12", "at byte "), //
			broken("of another kind", JPEG, b -> replaced(b, frame(b) + 1, 0xc3),
				"baseline or progressive", "SOF3", "at byte "), //
			broken("a grey one", JPEG, b -> grey(), "a JPEG picture of 3 channels",
				"was one of 1", "at byte "), //
			broken("zeros in its scan", JPEG, BrokenChunkTest::zeroTail,
				"Expected a whole JPEG stream"), //
			broken("an error page", PNG, b -> text("Sorry"), "Expected a PNG stream",
				"53 6f 72 72 79", "at byte 0"), //
			broken("cut", PNG, b -> Arrays.copyOf(b, b.length - 5),
				"Expected a PNG stream that ends with IEND", "was the end after",
				"at byte "), //
			broken("a changed byte", PNG, b -> replaced(b, 60, b[60] ^ 1),
				"Expected the checksum", "IDAT chunk but was", "at byte "), //
			broken("of another size", PNG, b -> withChecksum(replaced(b, 16, 0, 0, 1,
				0)), "Expected a PNG picture of 256 pixels", "was 256 x ",
				"at byte 16"), //
			broken("of another depth", PNG, b -> withChecksum(replaced(b, 24, 8)),
				"Expected a PNG picture of uint16", "one of 8 bits", "at byte 24"), //
			broken("of another colour type", PNG, b -> withChecksum(replaced(b, 25,
				2)), "a PNG picture of 1 channel", "was one of 3", "at byte 16"), //
			broken("of an unknown colour type", PNG, b -> withChecksum(replaced(b, 25,
				5)), "colour type and bit depth that go together",
				"type 5 with 16 bits", "at byte 24"), //
			broken("of an unknown filter method", PNG, b -> withChecksum(replaced(b,
				28, 2)), "interlace 0 or 1", "and 2", "at byte 26"), //
			broken("nothing but its signature", PNG, b -> Arrays.copyOf(b, 8),
				"Expected a PNG stream that ends with IEND", "at byte 8"), //
			broken("cut between words", CSEG, b -> Arrays.copyOf(b, 101),
				"Expected a multiple of 4 bytes", "was 101 bytes", "at byte 101"), //
			broken("cut in its headers", CSEG, b -> Arrays.copyOf(b, 16),
				"bytes of block headers from word 1 for channel 0",
				"end of the chunk at byte 16", "at byte 0"), //
			broken("a channel elsewhere", CSEG, b -> replaced(b, 0, 9),
				"Expected channel 0 to begin after the 1 channel offsets",
				"an offset of 9 words", "at byte 0"), //
			broken("odd bits", CSEG, b -> replaced(b, 7, 3),
				"Expected 0, 1, 2, 4, 8, 16 or 32 bits per voxel", "was 3",
				"at byte 4"), //
			broken("64 bits", CSEG, b -> replaced(b, 7, 64),
				"16 or 32 bits per voxel", "was 64", "at byte 4"), //
			broken("voxels beyond its end", CSEG, b -> replaced(b, 8, 0, 0, 0, 0xff),
				"Expected packed voxels of", "end of the chunk at word", "at byte 8"), //
			broken("a table beyond its end", CSEG, b -> replaced(b, 4, 0xff, 0xff,
				0xff), "of the table of a block at word", "end of the chunk at word",
				"at byte 4"), //
			broken("cut in its voxels", CSEG, b -> Arrays.copyOf(b, b.length / 2 / 4 *
				4), "Expected", "end of the chunk at word", "at byte "));
	}

	@ParameterizedTest
	@MethodSource("broken")
	void message_names_volume_chunk_offset_and_what_was_expected_and_found(
		final Broken broken)
	{
		final MemoryStore store = new MemoryStore("memory/" + broken.volume());
		final PrecomputedVolume volume = volume(broken.volume(), store);
		final String key = "4_4_40/" + volume.grid(0).name(Long3.ZERO);
		store.put(key, broken.damage().apply(resource(broken.volume() + "/" +
			key)));
		final CorruptData error = assertThrows(CorruptData.class, () -> volume
			.readSamples(0, Long3.ZERO));
		assertAll(Stream.concat(broken.message().stream(), Stream.of("memory/" +
			broken.volume(), key)).map(part -> () -> assertTrue(error.getMessage()
				.contains(part), () -> "\"" + part + "\" is not in: " + error
					.getMessage())));
	}

	/** Seeded: a failure repeats itself. */
	@ParameterizedTest
	@ValueSource(strings = { RAW, JPEG, PNG, CSEG, "png_u8_4ch_unsharded" })
	void random_damage_gives_voxels_or_corrupt_data_only(final String name) {
		final Random random = new Random(name.hashCode());
		final MemoryStore store = new MemoryStore("memory");
		final PrecomputedVolume volume = volume(name, store);
		final String key = "4_4_40/" + volume.grid(0).name(Long3.ZERO);
		final byte[] whole = resource(name + "/" + key);
		for (int round = 0; round < 1500; round++) {
			store.put(key, damaged(whole, random, name.equals(PNG)));
			readOrRefuse(volume);
		}
	}

	private static void readOrRefuse(final PrecomputedVolume volume) {
		try {
			volume.readSamples(0, Long3.ZERO);
			if (volume.info().channels() == 1) volume.readLabels(0, Long3.ZERO);
		}
		catch (final CorruptData expected) {
			assertTrue(expected.getMessage().contains("; try "), expected
				.getMessage());
		}
	}

	private static byte[] damaged(final byte[] whole, final Random random,
		final boolean fixChecksums)
	{
		final byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random
			.nextInt(whole.length)) : whole.clone();
		for (int i = random.nextInt(5); i >= 0 && bytes.length > 0; i--) {
			// Heads are short and matter most.
			final int reach = random.nextBoolean() ? Math.min(64, bytes.length)
				: bytes.length;
			bytes[random.nextInt(reach)] = (byte) (random.nextBoolean() ? random
				.nextInt() : random.nextInt(2) * 255);
		}
		return fixChecksums && bytes.length > 33 ? withChecksum(bytes) : bytes;
	}

	private static PrecomputedVolume volume(final String name,
		final MemoryStore store)
	{
		return new PrecomputedVolume("memory/" + name, PrecomputedInfo.parse(
			new String(resource(name + "/info"), StandardCharsets.UTF_8), "info"),
			store);
	}

	private static byte[] resource(final String name) {
		try (InputStream in = BrokenChunkTest.class.getResourceAsStream(
			"/formats/" + name))
		{
			return in.readAllBytes();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private static Broken broken(final String what, final String volume,
		final UnaryOperator<byte[]> damage, final String... message)
	{
		return new Broken(what, volume, damage, List.of(message));
	}

	private static byte[] text(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] replaced(final byte[] bytes, final int at,
		final int... values)
	{
		for (int i = 0; i < values.length; i++)
			bytes[at + i] = (byte) values[i];
		return bytes;
	}

	/** The first byte of the frame header of a JPEG stream. */
	private static int frame(final byte[] jpeg) {
		int at = 2;
		while ((jpeg[at + 1] & 0xff) != 0xc0)
			at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
		return at;
	}

	private static byte[] zeroTail(final byte[] jpeg) {
		Arrays.fill(jpeg, jpeg.length - 60, jpeg.length, (byte) 0);
		return jpeg;
	}

	/** A grey JPEG of 2048 pixels, as one made from scratch. */
	private static byte[] grey() {
		final BufferedImage image = new BufferedImage(16, 128,
			BufferedImage.TYPE_BYTE_GRAY);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "jpeg", out);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return out.toByteArray();
	}

	/** Makes the checksum of a PNG's header right again. */
	private static byte[] withChecksum(final byte[] png) {
		final CRC32 crc = new CRC32();
		crc.update(png, 12, 17);
		ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
		return png;
	}
}
