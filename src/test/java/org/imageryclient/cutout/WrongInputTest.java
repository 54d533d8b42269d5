// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.imageryclient.SourceNotFound;
import org.imageryclient.Timestamp;
import org.imageryclient.TooLarge;
import org.imageryclient.Unsupported;
import org.imageryclient.auth.Token;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people get wrong, and what the message must name. */
class WrongInputTest {

	private static final Region REGION = Region.bounds(1001, 2003, 101, 1081,
		2081, 105);
	private static final CutoutRequest REQUEST = CutoutRequest.of(REGION);

	@TempDir
	static Path folder;

	private static SampleClients samples;

	@BeforeAll
	static void writeVolumes() {
		samples = new SampleClients(folder);
	}

	@AfterAll
	static void close() {
		samples.close();
	}

	static Stream<Arguments> mistakes() {
		final List<Arguments> all = new ArrayList<>();
		all.add(mistake("a box that is thinner than a voxel of the mip",
			() -> client().image(CutoutRequest.of(Region.bounds(1001, 2003, 102, 1081,
				2081, 103)).withImageMip(2)), "at least one voxel",
			"[1001, 2003, 102] to [1081, 2081, 103]", "4 x 4 x 40 nm", "20 x 20 x 0",
			"mip 2 (16 x 16 x 80 nm)", "/em", "larger size along z", "finer mip",
			"fit = bounds"));
		all.add(mistake("a box of zero size", () -> client().image(Region.bounds(5,
			5, 5, 5, 9, 9)), "at least one voxel", "0 x 4 x 4",
			"larger size along x"));
		all.add(mistake("the same in a pair", () -> client().imageAndSegmentation(
			Region.bounds(5, 5, 5, 5, 5, 9), RootSelection.all()), "0 x 0 x 4",
			"along x, y"));
		all.add(mistake(
			"a coarse side of a pair without a voxel, as the reference has it",
			() -> client().imageAndSegmentation(CutoutRequest.of(Region.bounds(1001,
				2003, 102, 1081, 2081, 103)).withSegmentationMip(1).withResample(
					Resample.IMAGERYCLIENT)), "mip 1 (16 x 16 x 80 nm)", "/seg",
			"resample = aligned"));
		all.add(mistake("image_size with bbox_size", () -> Region.centered(1, 2, 3)
			.size(4, 4).pixels(4, 4), "both", "bbox_size", "image_size"));
		all.add(mistake("a centre without a size", () -> client().image(Region
			.centered(1, 2, 3)), "size", "try size(width, height)"));
		all.add(mistake("one number as a point", () -> Region.centered(1),
			"3 numbers", "got 1"));
		all.add(mistake("four numbers as a point", () -> Region.centered(1, 2, 3,
			4), "3 numbers", "got 4"));
		all.add(mistake("NaN coordinates", () -> Region.centered(1, Double.NaN, 3),
			"finite", "NaN"));
		all.add(mistake("infinite coordinates", () -> Region.bounds(1, 2, 3,
			Double.POSITIVE_INFINITY, 5, 6), "finite", "Infinity"));
		all.add(mistake("one number of pixels", () -> Region.centered(1, 2, 3)
			.pixels(5), "2 or 3 numbers", "got 1"));
		all.add(mistake("a mip that is not there", () -> client().image(REQUEST
			.withImageMip(3)), "-3 to 2", "got 3", "4 x 4 x 40 nm", "8 x 8 x 40 nm",
			"16 x 16 x 80 nm", "/em"));
		all.add(mistake("a mip that is not there, from the coarsest", () -> client()
			.segmentation(REQUEST.withSegmentationMip(-3)), "got -3",
			"16 x 16 x 80 nm", "/seg"));
		all.add(mistake("a resolution that is not there", () -> client().image(
			REQUEST.withImageMip(Mip.at(Resolution.of(9, 9, 40)))), "9 x 9 x 40 nm",
			"8 x 8 x 40 nm", "/em"));
		all.add(mistake("a default mip that is not there", () -> samples.both()
			.segmentationMip(7).build(), "got 7", "16 x 16 x 80 nm", "/seg"));
		all.add(mistake("a root id that is no number", () -> RootSelection.of(
			"axon"), "unsigned decimal", "\"axon\""));
		all.add(mistake("a root id with a sign", () -> RootSelection.of("-1"),
			"unsigned decimal", "\"-1\""));
		all.add(mistake("a root id above 64 bits", () -> RootSelection.of(
			"18446744073709551616"), "at most 18446744073709551615"));
		all.add(mistake("a word for roots", () -> RootSelection.parse("some"),
			"\"all\"", "\"some\""));
		all.add(mistake("no region", () -> client().segmentation((Region) null),
			"Expected a region but got nothing"));
		all.add(mistake("no time", () -> REQUEST.withTimestamp(null),
			"Expected a timestamp but got nothing"));
		all.add(mistake("no roots", () -> REQUEST.withRoots(null),
			"Expected a selection of roots but got nothing"));
		all.add(mistake("no text for a time", () -> Timestamp.parse(null, Clock
			.systemUTC()), "Expected a timestamp such as"));
		all.add(mistake("no text for a token", () -> Token.of(null),
			"Expected a token but got none"));
		all.add(mistake("a pair without a segmentation", () -> samples.imagery()
			.build().imageAndSegmentation(REQUEST), "no segmentation",
			"segmentationSource"));
		all.add(mistake("a plan of a side that is off", () -> samples.segmentation()
			.build().planImage(REQUEST), "no imagery", "imageSource"));
		all.add(mistake("a size of pixels of a side that is off", () -> samples
			.imagery().build().segmentationBboxSizeFromDimensions(new double[] { 4,
				4 }, Mip.DEFAULT, Optional.empty()), "no segmentation"));
		all.add(mistake("no source at all", () -> ImageryClient.builder(
			samples.session).build(), "neither", "imageSource"));
		all.add(mistake("a box that rounds to no voxel of the frame", () -> client()
			.image(Region.bounds(1, 1, 1, 1.4, 9, 9)), "0 x 8 x 8", "fit = native"));
		all.add(mistake("coordinates that no volume has", () -> client().image(
			CutoutRequest.of(Region.bounds(9e15, 0, 0, 9e15 + 2, 1, 1).at(Resolution
				.of(4e6, 4, 40))).withFit(Fit.BOUNDS)), "±2^53 voxels"));
		return all.stream();
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void mistake_isAnArgumentErrorThatNames(final Executable call,
		final String[] parts)
	{
		assertNames(assertThrows(IllegalArgumentException.class, call), parts);
	}

	@Test
	void open_aFolderWithoutInfo_isNotFound() {
		assertNames(assertThrows(SourceNotFound.class, () -> ImageryClient.builder(
			samples.session).imageSource(samples.address("nope")).build()), "nope",
			"info");
	}

	@Test
	void open_anUnknownScheme_isUnsupported() {
		assertNames(assertThrows(Unsupported.class, () -> ImageryClient.builder(
			samples.session).imageSource("n5://" + folder).build()), "n5");
	}

	@Test
	void tooLarge_namesNeedAndFreeMemory() {
		assertNames(tooLarge(64, REQUEST.withImageMip(0)), "free memory of 64.0 MB",
			"needs 95.4 MB", "10000 x 1000 x 10 voxels");
	}

	@Test
	void tooLarge_namesTheFirstMipThatFits() {
		assertNames(tooLarge(64, REQUEST.withImageMip(0)),
			"mip 1 (8 x 8 x 40 nm) with fit = native, which needs 23.8 MB");
	}

	@Test
	void tooLarge_namesASizeThatFits() {
		final TooLarge refused = tooLarge(64, REQUEST.withImageMip(0));
		assertNames(refused, "at most 6476 x 647 x 10 voxels");
	}

	@Test
	void tooLarge_atTheCoarsestMip_namesASizeOnly() {
		assertNames(tooLarge(25, REQUEST.withImageMip(2)), "try at most");
	}

	@Test
	void tooLarge_ofAnAbsurdBox_isRefusedAtOnce() {
		final ImageryClient client = client();
		assertNames(assertThrows(TooLarge.class, () -> client.image(Region.bounds(0,
			0, 0, 1e9, 1e9, 1e9))), "coarser mip");
	}

	/** Of a box of 10000 x 1000 x 10 voxels, with some MB of memory. */
	private static TooLarge tooLarge(final long megabytes,
		final CutoutRequest request)
	{
		final ImageryClient client = samples.both().memory(new MemoryCheck(
			() -> megabytes << 20)).build();
		return assertThrows(TooLarge.class, () -> client.image(request.withRegion(
			Region.bounds(0, 0, 0, 10000, 1000, 10))));
	}

	private static ImageryClient client() {
		return samples.both().build();
	}

	private static void assertNames(final Exception thrown,
		final String... parts)
	{
		assertAll(Stream.of(parts).map(part -> () -> assertTrue(thrown.getMessage()
			.contains(part), "\"" + part + "\" in: " + thrown.getMessage())));
	}

	private static Arguments mistake(final String name, final Executable call,
		final String... parts)
	{
		return arguments(Named.of(name, call), parts);
	}
}
