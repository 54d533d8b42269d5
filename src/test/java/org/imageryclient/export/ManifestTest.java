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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.Program;
import org.imageryclient.Progress;
import org.imageryclient.SourceNotFound;
import org.imageryclient.Timestamp;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.Part;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.picture.PlaneStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where manifests are, and what they say of how a result was saved. */
class ManifestTest extends ManifestCase {

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
}
