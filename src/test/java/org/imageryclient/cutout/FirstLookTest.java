// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageryclient.geom.Region;
import org.imageryclient.volume.ReadSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place where nobody said one. No voxel is read: the volumes have none. */
class FirstLookTest {

	private final ReadSession session = SampleClients.session();

	@TempDir
	private Path folder;

	@AfterEach
	void close() {
		session.close();
	}

	/** Scales as x, y, z of their resolution, offset and size. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		// imagery | segmentation | centre | pixels | mips
		"6 6 30 0 0 0 10000 20000 1800; 12 12 30 0 0 0 5000 10000 1800; 24 24 30 0 0 0 2500 5000 1800 | 6 6 30 0 0 0 10000 20000 1800; 12 12 30 0 0 0 5000 10000 1800 | 5000,10000,900 | 512 512 | 1 1",
		"4 4 40 0 0 0 40000 20000 70; 16 16 40 0 0 0 10000 5000 70 | 16 16 40 0 0 0 10000 5000 70 | 20000,10000,35 | 512 512 | 1 0",
		"8 8 8 100 200 300 6000 6000 6000; 16 16 16 50 100 150 3000 3000 3000 | 8 8 8 2100 2200 2300 1000 400 100 | 2600,2400,2350 | 500 200 | 1 0",
		"8 8 8 0 0 0 2000 3000 50 | 8 8 8 5000 0 0 2000 3000 50 | 1000,1500,25 | 512 512 | 0 0",
		"8 8 33 -1001 -1001 -1 2000 2000 1 | 8 8 33 -1001 -1001 -1 2000 2000 1 | -1,-1,-1 | 512 512 | 0 0" })
	void pair_isTheMiddleOfWhatBothCover(final String imagery,
		final String segmentation, final String center, final String pixels,
		final String mips) throws IOException
	{
		final CutoutRequest request = FirstLook.of(ImageryClient.builder(session)
			.imageSource(volume("em", "image", imagery)).segmentationSource(volume(
				"seg", "segmentation", segmentation)).build());

		assertEquals(CutoutRequest.of(region(center, pixels)).withImageMip(number(
			mips, 0)).withSegmentationMip(number(mips, 1)), request);
	}

	@Test
	void imageryAlone_isItsMiddle() throws IOException {
		final CutoutRequest request = FirstLook.of(ImageryClient.builder(session)
			.imageSource(volume("em", "image", "8 8 8 0 0 0 2000 3000 50")).build());

		assertEquals(CutoutRequest.of(Region.centered(1000, 1500, 25).pixels(512,
			512)).withImageMip(0), request);
	}

	@Test
	void segmentationAlone_isItsMiddle() throws IOException {
		final CutoutRequest request = FirstLook.of(ImageryClient.builder(session)
			.segmentationSource(volume("seg", "segmentation",
				"8 8 8 0 0 0 2000 3000 50; 16 16 8 0 0 0 1000 1500 50")).build());

		assertEquals(Region.centered(1000, 1500, 25).pixels(512, 512), request
			.region());
		assertEquals(Mip.index(1), request.segmentationMip());
	}

	@Test
	void placeholder_isNotTaken() throws IOException {
		final CutoutRequest request = FirstLook.of(ImageryClient.builder(session)
			.imageSource(volume("em", "image",
				"placeholder 16 16 8 0 0 0 1 1 1; s 32 32 8 0 0 0 1000 1500 50"))
			.build());

		assertEquals(Mip.index(1), request.imageMip());
		assertEquals(Region.centered(500, 750, 25).pixels(512, 512), request
			.region());
	}

	private static Region region(final String center, final String pixels) {
		final String[] at = center.split(",");
		return Region.centered(Double.parseDouble(at[0]), Double.parseDouble(at[1]),
			Double.parseDouble(at[2])).pixels(number(pixels, 0), number(pixels, 1));
	}

	private static int number(final String text, final int index) {
		return Integer.parseInt(text.split(" ")[index]);
	}

	/**
	 * Writes the description of a volume, and says its address.
	 *
	 * @param scales the numbers of each, perhaps after its key
	 */
	private String volume(final String name, final String type,
		final String scales) throws IOException
	{
		final Path volume = Files.createDirectories(folder.resolve(name));
		Files.writeString(volume.resolve("info"), "{\"type\":\"" + type +
			"\",\"data_type\":\"" + (type.equals("image") ? "uint8" : "uint64") +
			"\",\"num_channels\":1,\"scales\":[" + Stream.of(scales.split(";")).map(
				scale -> scale(scale.trim())).collect(Collectors.joining(",")) + "]}");
		return volume.toString();
	}

	private static String scale(final String text) {
		final String keyed = Character.isLetter(text.charAt(0)) ? text : "s " +
			text;
		return String.format(
			"{\"key\":\"%s\",\"encoding\":\"raw\",\"chunk_sizes\":[[64,64,64]],\"resolution\":[%s,%s,%s],\"voxel_offset\":[%s,%s,%s],\"size\":[%s,%s,%s]}",
			(Object[]) keyed.split(" "));
	}
}
