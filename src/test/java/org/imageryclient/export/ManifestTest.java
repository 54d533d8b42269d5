// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.Program;
import org.imageryclient.Progress;
import org.imageryclient.SourceNotFound;
import org.imageryclient.Timestamp;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.Fit;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.Mip;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.Part;
import org.imageryclient.cutout.Resample;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.cutout.SidePlan;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.mask.RootId;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.store.Stores;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.SamplePair;
import org.imageryclient.volume.ReadSession;
import org.imageryclient.volume.ReadStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each member of a manifest says what the saved result is. */
class ManifestTest {

	private static final Clock CLOCK = Clock.fixed(Instant.parse(
		"2026-01-02T03:04:05.678Z"), ZoneOffset.UTC);

	private static final Resolution FINE = Resolution.of(4, 4, 40);

	private static final Region REGION = Region.centered(132, 224, 12).size(20,
		10, 2);

	private static final CutoutRequest REQUEST = CutoutRequest.of(REGION);

	private final CutoutWriter writer = new CutoutWriter(new SmallStacks.Pictures(
		(picture, file) -> Files.writeString(file, picture.toString())),
		new SmallStacks.Stacks(), CLOCK);

	@TempDir
	private Path folder;

	private SamplePair sample;

	@BeforeEach
	void open() {
		sample = new SamplePair(folder.resolve("data"), DataType.UINT8, 1);
	}

	@AfterEach
	void close() {
		sample.close();
	}

	// -- the file --

	@Test
	void save_leavesItBesideTheFilesUnderTheNameOfTheTarget() {
		saved(pair(REQUEST));

		assertTrue(Files.exists(folder.resolve("fig.manifest.json")));
	}

	@Test
	void save_withoutAName_callsItManifest() throws IOException {
		final Path empty = Files.createDirectory(folder.resolve("empty"));

		writer.saveImagery(PlaneStack.of(pair(REQUEST).image()), SaveOptions.prefix(
			empty + "/"), Progress.NONE);

		assertTrue(Files.exists(empty.resolve("manifest.json")));
	}

	@Test
	void save_tellsTheListenerOfResultsOnly() {
		final List<Path> told = new ArrayList<>();

		final List<Path> saved = writer.saveMasks(pair(REQUEST).masks(), options()
			.onSaved(told::add), Progress.NONE);

		assertEquals(saved, told);
		assertTrue(told.stream().noneMatch(file -> file.toString().endsWith(
			Manifest.SUFFIX)), told.toString());
	}

	@Test
	void save_ofOtherFilesUnderTheSameName_keepsWhatIsKnownOfTheFirst() {
		final PairedCutout pair = pair(REQUEST);
		writer.saveImagery(PlaneStack.of(pair.image()), options(), Progress.NONE);
		final Manifest imagery = read();

		final Manifest masks = savedMasks(pair.segmentation(), options());

		assertEquals(List.of(imagery), masks.earlier());
		assertEquals(Part.SEGMENTATION, masks.part());
		assertEquals(masks, Manifest.parse(masks.toJson(), ""));
	}

	@Test
	void save_ofTheSameFilesAgain_forgetsTheFirst() {
		saved(pair(REQUEST));

		assertEquals(List.of(), saved(pair(REQUEST)).earlier());
	}

	@Test
	void save_ofSomeOfTheFilesAgain_forgetsThoseOfTheFirst() {
		final PairedCutout pair = pair(REQUEST);
		saved(pair);

		final Manifest masks = savedMasks(pair.segmentation(), options());

		assertEquals(List.of("fig_slice_0_imagery.png", "fig_slice_1_imagery.png"),
			masks.earlier().get(0).files().stream().map(SavedFile::name).toList());
	}

	@ParameterizedTest
	@MethodSource("requests")
	void read_givesAnEqualManifest(final CutoutRequest request) {
		final Manifest manifest = saved(pair(request));

		assertEquals(manifest, Manifest.parse(manifest.toJson(), "here"));
	}

	@Test
	void read_passesOverMembersThatItDoesNotKnow() {
		final Manifest manifest = saved(pair(REQUEST));

		assertEquals(manifest, Manifest.parse(manifest.toJson().replace("\"mip\"",
			"\"mood\": {\"good\": []}, \"mip\""), "here"));
	}

	// -- what is asked --

	@ParameterizedTest
	@MethodSource("requests")
	void request_plansTheSameAgain(final CutoutRequest request) {
		final PairedCutout pair = pair(request);

		final CutoutRequest again = saved(pair).request();

		assertEquals(pair.plan().sides().toList(), sample.client()
			.planImageAndSegmentation(again).sides().toList());
	}

	@ParameterizedTest
	@MethodSource("requests")
	void request_isTheOneThatWasAsked(final CutoutRequest request) {
		final CutoutRequest again = saved(pair(request)).request();

		assertEquals(request.withRegion(again.region()).withFit(again.fit())
			.withImageMip(again.imageMip()).withSegmentationMip(again
				.segmentationMip()), again);
		assertEquals(request.region().at(request.region().frame().orElse(FINE)),
			again.region());
	}

	private static List<CutoutRequest> requests() {
		return List.of(REQUEST, REQUEST.withRegion(Region.bounds(110.5, 210, 11,
			120, 220.25, 13)), REQUEST.withRegion(Region.centered(66, 112, 12).pixels(
				9, 7).at(Resolution.of(8, 8, 40))), REQUEST.withFit(Fit.NATIVE), REQUEST
					.withResample(Resample.IMAGERYCLIENT), REQUEST.withResize(false)
						.withFit(Fit.NATIVE), REQUEST.withStrict(true), REQUEST.withRoots(
							RootSelection.of()), REQUEST.withRoots(RootSelection.rawIds()),
			REQUEST.withRoots(RootSelection.of("18446744073709551615", "7")), REQUEST
				.withImageMip(Mip.at(FINE)).withSegmentationMip(-1));
	}

	@Test
	void frameAndFit_areThoseThatWereDecided() {
		final CutoutRequest again = saved(pair(REQUEST)).request();

		assertEquals(Optional.of(FINE), again.region().frame());
		assertEquals(Fit.BOUNDS, again.fit());
		assertEquals(Mip.index(0), again.imageMip());
	}

	@Test
	void part_isTheSideThatWasSaved() {
		final PairedCutout pair = pair(REQUEST);

		assertEquals(List.of(Part.ALL, Part.IMAGERY, Part.SEGMENTATION), List.of(
			saved(pair).part(), savedImagery(pair.image()).part(), savedMasks(pair
				.segmentation(), options()).part()));
	}

	@Test
	void request_ofSomeMasks_asksForTheseAlone() {
		final SegmentationCutout labels = pair(REQUEST).segmentation();
		final long id = labels.ids()[1];
		writer.saveMasks(List.of(labels.masks().mask(id)), options(),
			Progress.NONE);

		final Manifest manifest = read();

		assertEquals(RootSelection.ofBits(id), manifest.request().roots());
		assertEquals(List.of(RootId.toBigInteger(id)), manifest.ids());
	}

	@Test
	void request_ofDataOfNoCutout_saysThatThereIsNone() {
		writer.saveImagery(SmallStacks.grey(2, 2, 1), options(), Progress.NONE);

		final String message = assertThrows(IllegalArgumentException.class,
			() -> read().request()).getMessage();

		assertTrue(message.contains("data of no cutout"), message);
		assertEquals(Optional.empty(), read().macro());
	}

	@Test
	void request_ofImageryAndMasksOfTwoRequests_saysThatThereIsNone() {
		final PairedCutout other = pair(REQUEST.withRegion(Region.centered(130, 220,
			12).size(20, 10, 2)));
		writer.saveImageryAndMasks(PlaneStack.of(pair(REQUEST).image()), other
			.masks(), options(), Progress.NONE);

		assertThrows(IllegalArgumentException.class, () -> read().request());
	}

	@Test
	void background_isWhetherItHasAMask() {
		final PairedCutout pair = pair(REQUEST);

		assertFalse(savedMasks(pair.segmentation(), options()).background());
		writer.saveMasks(pair.segmentation().masks(true), options(), Progress.NONE);
		assertTrue(read().background());
	}

	// -- what is shown --

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

	// -- when, by what, which files --

	@Test
	void saved_isWhenByTheWritersClock() {
		assertEquals(Optional.of(new Timestamp(CLOCK.instant())), saved(pair(
			REQUEST)).saved());
	}

	@Test
	void version_isThatOfTheBuild() throws IOException {
		assertEquals(Program.version(), saved(pair(REQUEST)).version());
		assertTrue(Files.readString(Path.of("pom.xml")).contains("<version>" +
			Program.version() + "</version>"), Program.version());
	}

	@Test
	void files_haveTheirLengthAndHash() throws Exception {
		final Manifest manifest = saved(pair(REQUEST));

		for (final SavedFile file : manifest.files()) {
			final byte[] bytes = Files.readAllBytes(folder.resolve(file.name()));
			assertEquals(new SavedFile(file.name(), bytes.length, HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))), file);
		}
		assertEquals(2 + 2 * manifest.ids().size(), manifest.files().size());
	}

	@Test
	void macro_saysHowItWasSaved() {
		final String line = savedMasks(pair(REQUEST).segmentation(), options()
			.acrossAxis(1).compression(3).eightBits(0, 99.5)).macro().orElseThrow();

		assertTrue(line.endsWith(
			" fit=bounds part=segmentation colors=white axis=y range=0,99.5 compression=3 save=" +
				folder.resolve("fig") + "\");"), line);
	}

	@Test
	void macro_ofAnotherCommand_hasItsKeysAfterThoseOfTheCutout() {
		final Cutout image = image(REQUEST);
		writer.saveFiles(Subject.of(image), Map.of("fig.csv", file -> Files
			.writeString(file, "1")), options().madeBy(MacroCall.of("Count...").with(
				"depth", "2")), Progress.NONE);

		final String line = read().macro().orElseThrow();

		assertTrue(line.startsWith("run(\"Count...\", \"source=precomputed://") &&
			line.endsWith(" depth=2 save=" + folder.resolve("fig") + "\");"), line);
	}

	// -- in images --

	@Test
	void stack_saysWhatItIsOfButNotWhenNorWhere() throws IOException {
		final Path file = folder.resolve("fig.tif");
		writer.saveStack(PlaneStack.of(image(REQUEST)), file, Progress.NONE);

		final Manifest inside = Manifest.inInfo(Files.readString(file), "").get();

		final Manifest beside = Manifest.read(folder.resolve(
			"fig.tif.manifest.json"));
		assertEquals(beside.request(), inside.request());
		assertEquals(beside.image(), inside.image());
		assertEquals("[] Optional.empty", inside.files() + " " + inside.saved());
		assertFalse(Files.readString(file).contains(file.toString()));
	}

	@Test
	void stack_ofLabels_keepsItsLegend() throws IOException {
		final Path file = folder.resolve("fig.tif");
		final SegmentationCutout labels = pair(REQUEST).segmentation();
		writer.saveStack(LabelStack.of(labels), file, Progress.NONE);

		final String info = Files.readString(file);

		assertTrue(info.startsWith(LabelStack.of(labels).notes()), info);
		assertEquals(labels.ids().length, Manifest.inInfo(info, "").get().ids()
			.size());
	}

	@Test
	void info_withoutAManifest_hasNone() {
		assertEquals(Optional.empty(), Manifest.inInfo("label = root id\n1 = 5\n",
			""));
	}

	@Test
	void read_whereThereIsNone_namesTheFile() {
		final Path none = folder.resolve("none.manifest.json");

		final String message = assertThrows(SourceNotFound.class, () -> Manifest
			.read(none)).getMessage();

		assertTrue(message.contains(none.toString()), message);
	}

	@Test
	void idsAbove2To63_survive() {
		final BigInteger huge = new BigInteger("18446744073709551615");
		final String json = saved(pair(REQUEST)).toJson().replaceFirst(
			"\"ids\": \\[\"\\d+\"", "\"ids\": [\"" + huge + "\"");

		assertEquals(huge, Manifest.parse(json, "").ids().get(0));
	}

	@Test
	void file_isUtf8() throws IOException {
		saved(pair(REQUEST));

		final byte[] bytes = Files.readAllBytes(folder.resolve(
			"fig.manifest.json"));

		assertEquals(read().toJson(), new String(bytes, StandardCharsets.UTF_8));
	}

	private Manifest saved(final PairedCutout pair) {
		writer.saveImageryAndMasks(PlaneStack.of(pair.image()), pair.masks(),
			options(), Progress.NONE);
		return read();
	}

	private Manifest savedImagery(final ImageCutout<?> image) {
		writer.saveStack(PlaneStack.of(image), folder.resolve("fig"),
			Progress.NONE);
		return read();
	}

	private Manifest savedMasks(final SegmentationCutout labels,
		final SaveOptions options)
	{
		writer.saveMasks(labels.masks(), options, Progress.NONE);
		return read();
	}

	private SaveOptions options() {
		return SaveOptions.prefix(folder.resolve("fig"));
	}

	private Manifest read() {
		return Manifest.read(folder.resolve("fig.manifest.json"));
	}

	private PairedCutout pair(final CutoutRequest request) {
		return sample.client().imageAndSegmentation(request);
	}

	private ImageCutout<?> image(final CutoutRequest request) {
		return sample.client().image(request);
	}
}
