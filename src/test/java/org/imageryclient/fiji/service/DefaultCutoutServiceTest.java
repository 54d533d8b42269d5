// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.imageryclient.SourceNotFound;
import org.imageryclient.Unsupported;
import org.imageryclient.auth.Token;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.SampleVolume;
import org.imageryclient.volume.ReadSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;

class DefaultCutoutServiceTest {

	private static final Region SMALL = Region.centered(20512, 12512, 310).size(
		20, 10, 2);

	private final Context context = new Context(CutoutService.class);
	private final CutoutService cutouts = context.service(CutoutService.class);

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@Test
	void open_withTwoAddresses_hasBothVolumes() {
		final ImageryClient client = cutouts.open(SampleVolume.em(), SampleVolume
			.seg());

		assertEquals(Optional.of(SampleVolume.em()), client.imageSource());
		assertEquals(Optional.of(SampleVolume.seg()), client.segmentationSource());
	}

	@Test
	void open_withoutSegmentation_hasImageryAlone() {
		final ImageryClient client = cutouts.open(SampleVolume.em(), null);

		assertTrue(client.segmentationSource().isEmpty());
	}

	@Test
	void open_byOneAddress_isWhatTheVolumeSaysItIs() {
		assertTrue(cutouts.open(SampleVolume.em()).imageVolume().isPresent());
		assertTrue(cutouts.open(SampleVolume.seg()).imageVolume().isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "realcave_stack@%s", " realcave_stack@%s/ " })
	void open_byDatastack_findsItsSourcesOnTheServer(final String name) {
		try (RecordedCave cave = loggedIn()) {
			final ImageryClient client = cutouts.open(name.formatted(cave.address()));

			assertEquals(Optional.of("precomputed://" + cave.url("data/img")), client
				.imageSource());
			assertEquals(Optional.of("graphene://" + cave.url(
				"segmentation/table/pcg_test_v1")), client.segmentationSource());
			assertEquals(Resolution.of(4, 4, 40), client.resolution());
		}
	}

	@Test
	void open_byADatastackThatIsNone_saysWhichThereAre() {
		try (RecordedCave cave = loggedIn()) {
			final String message = assertThrows(SourceNotFound.class, () -> cutouts
				.open("no_such@" + cave.address())).getMessage();

			assertTrue(message.contains("your token opens realcave_stack"), message);
		}
	}

	@Test
	void datastacks_areThoseOfTheServer() {
		try (RecordedCave cave = loggedIn()) {
			assertEquals(List.of("realcave_stack", "realcave_file_stack",
				"realcave_public", "realcave_gs_stack"), cutouts.datastacks(cave
					.address()));
		}
	}

	@Test
	void open_byAnythingElse_saysWhatIsAccepted() {
		final String message = assertThrows(Unsupported.class, () -> cutouts.open(
			"minnie 65")).getMessage();

		assertTrue(message.contains("name of a CAVE datastack") && message.contains(
			"\"minnie 65\""), message);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void open_byNothing_saysWhatIsAccepted(final String nothing) {
		final String message = assertThrows(Unsupported.class, () -> cutouts.open(
			nothing)).getMessage();

		assertTrue(message.contains("name of a CAVE datastack") && message.contains(
			"was nothing"), message);
	}

	@Test
	void open_whereThereIsNoVolume_namesTheAddress(@TempDir final Path empty) {
		final String message = assertThrows(SourceNotFound.class, () -> cutouts
			.open(empty.toString())).getMessage();

		assertTrue(message.contains(empty.toString()), message);
	}

	@Test
	void session_isOneForAllClients() {
		assertSame(cutouts.session(), cutouts.session());
	}

	@Test
	void dispose_endsTheSession() {
		final ReadSession session = cutouts.session();
		final ImageryClient client = cutouts.open(SampleVolume.em());

		context.dispose();

		assertThrows(IllegalStateException.class, cutouts::session);
		assertThrows(RuntimeException.class, () -> client.image(SMALL));
		assertTrue(session.cacheBytes() > 0, "still there to be asked");
	}

	@Test
	void show_inADisplayThatIsNotThere_listsThoseThatAre() {
		final PairedCutout pair = pair();

		final String message = assertThrows(IllegalArgumentException.class,
			() -> cutouts.show(pair, "hologram")).getMessage();

		assertTrue(message.contains("hologram") && message.contains("imagej"),
			message);
	}

	@Test
	void show_ofSomethingElse_saysWhatItIs() {
		final String message = assertThrows(Unsupported.class, () -> cutouts.show(
			"a word")).getMessage();

		assertTrue(message.contains("String"), message);
	}

	@Test
	void save_intoAMissingFolder_leavesNothing(@TempDir final Path folder)
		throws IOException
	{
		final Path target = folder.resolve("missing").resolve("fig");

		final String message = assertThrows(RuntimeException.class, () -> cutouts
			.save(pair(), target)).getMessage();

		assertTrue(message.contains(folder.resolve("missing").toString()), message);
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(), files.toList());
		}
	}

	@Test
	void save_takesTheTargetAsTextToo(@TempDir final Path folder) {
		final List<Path> saved = cutouts.save(cutouts.open(SampleVolume.em()).image(
			SMALL), folder.resolve("fig").toString());

		assertEquals(List.of(folder.resolve("fig_slice_0_imagery.png"), folder
			.resolve("fig_slice_1_imagery.png")), saved);
	}

	private RecordedCave loggedIn() {
		final RecordedCave cave = RecordedCave.start();
		cave.server().rule("/data/img/info", request -> Answer.of(200,
			"{\"type\": \"image\", \"data_type\": \"uint8\", \"num_channels\": 1, \"scales\": [{\"key\": \"s\"," +
				"\"size\": [9, 9, 9], \"resolution\": [4, 4, 40], \"chunk_sizes\": [[9, 9, 9]], \"encoding\": \"raw\"}]}"));
		cutouts.session().credentials().give(cave.address(), Token.of(
			RecordedCave.VIEWER));
		return cave;
	}

	private PairedCutout pair() {
		return cutouts.open(SampleVolume.em(), SampleVolume.seg())
			.imageAndSegmentation(SMALL, RootSelection.all());
	}
}
