// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.Fit;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.cutout.SidePlan;
import org.imageryclient.geom.Region;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.mask.RootId;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.store.Stores;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.SamplePair;
import org.imageryclient.volume.ReadSession;
import org.imageryclient.volume.ReadStatus;
import org.junit.jupiter.api.Test;

/** Each member of a manifest says what the saved result is. */
class ManifestContentTest extends ManifestCase {

	@Test
	void sides_areThoseOfThePlan() {
		final PairedCutout pair = pair(REQUEST.withImageMip(0).withSegmentationMip(
			0).withFit(Fit.NATIVE));

		final Manifest manifest = saved(pair);

		assertSide(pair.plan().image().orElseThrow(), pair.image().status().image(),
			manifest.image().orElseThrow());
		assertSide(pair.plan().segmentation().orElseThrow(), pair.segmentation()
			.status().segmentation(), manifest.segmentation().orElseThrow());
	}

	private static void assertSide(final SidePlan plan, final ReadStatus status,
		final ManifestSide side)
	{
		assertEquals(new ManifestSide(plan.source(), plan.source().replace(
			"precomputed://", "").replaceAll("/$", ""), plan.mip(), plan
				.mipResolution(), plan.readBox(), plan.resolution(), plan.box(), plan
					.type(), plan.channels(), status), side);
	}

	@Test
	void box_isAlsoInNm() {
		final String json = saved(pair(REQUEST)).toJson();

		assertTrue(json.contains("\"boxVoxels\": [[122, 219, 11], [142, 229, 13]]"),
			json);
		assertTrue(json.contains("\"boxNm\": [[488, 876, 440], [568, 916, 520]]"),
			json);
	}

	@Test
	void status_countsWhatIsMissing() throws IOException {
		final Path chunks = folder.resolve("data/em/s0");
		Files.delete(chunks.resolve("132-164_200-232_10-14"));

		final ReadStatus status = savedImagery(image(REQUEST)).image().orElseThrow()
			.status();

		assertEquals(new ReadStatus(2, 1, 1, 0, 0, 0), status);
	}

	@Test
	void status_countsVoxelsOutside() {
		final ReadStatus status = savedImagery(image(REQUEST.withRegion(Region
			.bounds(98, 200, 10, 102, 202, 11)))).image().orElseThrow().status();

		assertEquals(4, status.voxelsOutside());
	}

	@Test
	void dataTypeAndChannels_areThoseOfTheVolume() {
		try (SamplePair colored = new SamplePair(folder.resolve("colored"),
			DataType.UINT16, 3))
		{
			final ManifestSide side = savedImagery(colored.client().image(REQUEST))
				.image().orElseThrow();

			assertEquals("3 x uint16", side.channels() + " x " + side.dataType()
				.word());
		}
	}

	@Test
	void ids_areThoseThatOccur() {
		final PairedCutout pair = pair(REQUEST);

		assertEquals(Arrays.stream(pair.segmentation().ids()).mapToObj(
			RootId::toBigInteger).toList(), saved(pair).ids());
	}

	@Test
	void ids_areTextInTheFile() {
		final Manifest manifest = saved(pair(REQUEST));

		assertTrue(manifest.toJson().contains("\"ids\": [\"" + manifest.ids().get(
			0) + "\""), manifest.toJson());
	}

	@Test
	void colors_areTheSchemeAndWhatItGives() {
		final SegmentationCutout labels = pair(REQUEST).segmentation();

		final Manifest.Colors colors = savedMasks(labels, options().colors(
			ColorScheme.hashed(7))).colors().orElseThrow();

		assertEquals("hashed 7", colors.scheme());
		for (final long id : labels.ids())
			assertEquals(RootColors.hashed(7).argb(id), colors.argb().get(RootId
				.toBigInteger(id)));
	}

	@Test
	void colors_ofAFunction_areListedIdById() {
		final SegmentationCutout labels = pair(REQUEST).segmentation();
		final RootColors odd = id -> (int) id | 0x7f000000;

		final Manifest.Colors colors = savedMasks(labels, options().colors(odd))
			.colors().orElseThrow();

		final RootColors again = ColorScheme.parse(colors.scheme()).forIds(labels
			.ids());
		for (final long id : labels.ids())
			assertEquals(odd.argb(id), again.argb(id));
	}

	@Test
	void colors_ofImageryAlone_areNone() {
		assertEquals(Optional.empty(), savedImagery(image(REQUEST)).colors());
	}

	@Test
	void sources_areWithoutWhatMayBeSecret() {
		try (FaultServer server = FaultServer.over(folder.resolve("data"));
				ReadSession session = ReadSession.builder(new Stores(HttpTransport
					.anonymous())).build())
		{
			final ImageCutout<?> image = ImageryClient.builder(session).imageSource(
				server.url("em") + "#access_token=hush").build().image(REQUEST);

			final Manifest manifest = savedImagery(image);

			assertEquals(server.url("em"), manifest.image().orElseThrow().source());
			assertFalse(manifest.toJson().contains("hush"), manifest.toJson());
		}
	}
}
