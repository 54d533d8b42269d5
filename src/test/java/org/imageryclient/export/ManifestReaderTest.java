// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.CorruptData;
import org.imageryclient.Progress;
import org.imageryclient.Unsupported;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.geom.Region;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.SamplePair;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a manifest is said with its place. */
class ManifestReaderTest {

	@TempDir
	private static Path folder;

	private static String json = "";

	@BeforeAll
	static void save() {
		try (SamplePair sample = new SamplePair(folder.resolve("data"),
			DataType.UINT8, 1))
		{
			final PairedCutout pair = sample.client().imageAndSegmentation(
				CutoutRequest.of(Region.centered(132, 224, 12).size(20, 10, 2))
					.withRoots(RootSelection.of("18446744073709551615")));
			new CutoutWriter(new SmallStacks.Pictures((picture, file) -> Files
				.writeString(file, "picture")), new SmallStacks.Stacks())
				.saveImageryAndMasks(PlaneStack.of(pair.image()), pair.masks(),
					SaveOptions.prefix(folder.resolve("fig")), Progress.NONE);
		}
		json = Manifest.read(folder.resolve("fig.manifest.json")).toJson();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = { //
		"\"format\": \"imageryclient-manifest\"  | \"format\": \"recipe\" | $.format", //
		"\"format\": \"imageryclient-manifest\", | | \"format\"", //
		"\"formatVersion\": 1                    | \"formatVersion\": 0 | $.formatVersion", //
		"\"formatVersion\": 1                    | \"formatVersion\": \"1\" | $.formatVersion", //
		"\"saved\": \"2                          | \"saved\": \"yesterday 2 | $.saved", //
		"\"part\": \"all\"                       | \"part\": \"half\" | $.part", //
		"\"background\": false                   | \"background\": 0 | $.background", //
		"\"center\": [132,                       | \"center\": [\"132\", | $.request.region.center[0]", //
		"\"center\": [132,                       | \"center\": [1, 132, | $.request.region.center", //
		"\"center\":                             | \"middle\": | \"center\"", //
		"\"size\": [20,                          | \"size\": [-20, | $.request.region.size", //
		"\"fit\": \"bounds\"                     | \"fit\": \"tight\" | $.request.fit", //
		"\"resample\": \"aligned\"               | \"resample\": \"lanczos\" | $.request.resample", //
		"\"resize\": true                        | \"resize\": \"yes\" | $.request.resize", //
		"\"roots\": [\"18446744073709551615\"]   | \"roots\": \"some\" | $.request.roots", //
		"\"roots\": [\"18446744073709551615\"]   | \"roots\": [\"18446744073709551616\"] | $.request.roots[0]", //
		"\"roots\": [\"18446744073709551615\"]   | \"roots\": [-1] | $.request.roots[0]", //
		"\"roots\": [\"18446744073709551615\"]   | \"roots\": [1.5] | $.request.roots[0]", //
		"\"mip\": 0                              | \"mip\": -1 | $.image.mip", //
		"\"mipResolutionNm\": [4,                | \"mipResolutionNm\": [0, | $.image.mipResolutionNm", //
		"\"boxVoxels\": [[122,                   | \"boxVoxels\": [[999, | $.image.boxVoxels", //
		"\"boxVoxels\": [[122,                   | \"boxVoxels\": [[121, | $.image.boxNm[0][0]", //
		"\"boxNm\": [[488,                       | \"boxNm\": [[489, | $.image.boxNm[0][0]", //
		"\"dataType\": \"uint8\"                 | \"dataType\": \"uint9\" | $.image.dataType", //
		"\"channels\": 1                         | \"channels\": 0 | $.image.channels", //
		"\"planned\": 2                          | \"planned\": 3 | $.image.chunks", //
		"\"voxelsOutside\": 0                    | \"voxelsOutside\": -1 | $.image.voxelsOutside", //
		"\"unknown\": 0                          | \"unknown\": 0.5 | $.lookups.unknown", //
		"\"notCurrent\": {}                      | \"notCurrent\": {\"one\": {}} | $.lookups.notCurrent", //
		"\"notCurrent\": {}                      | \"notCurrent\": {\"5\": {\"known\": 1}} | $.lookups.notCurrent.5.known", //
		"\"ids\": [                              | \"ids\": [\"one\" | $.ids[0]", //
		"\"scheme\": \"white\"                   | \"scheme\": \"plaid\" | $.colors.scheme", //
		"\"rgba\": {}                            | \"rgba\": {\"5\": \"red\"} | $.colors.rgba.5", //
		"\"rgba\": {}                            | \"rgba\": {\"five\": \"#ff0000\"} | $.colors.rgba", //
		"\"sha256\": \"                          | \"sha256\": \"x | $.files[0].sha256", //
		"\"bytes\": 7                            | \"bytes\": -7 | $.files[0].bytes", //
		"\"lookups\":                            | \"lookup\": | \"lookups\"", //
		"\"macro\": \"                           | \"macro\": 5, \"was\": \" | $.macro" })
	void read_ofAWrongValue_namesItsPlace(final String found,
		final String replacement, final String place)
	{
		final String wrong = json.replaceFirst(Pattern.quote(found), Matcher
			.quoteReplacement(replacement == null ? "" : replacement));
		assertNotEquals(json, wrong, found);

		final String message = assertThrows(CorruptData.class, () -> Manifest.parse(
			wrong, "fig.manifest.json")).getMessage();

		assertTrue(message.contains(place) && message.contains("fig.manifest.json"),
			message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "nonsense", "{\"format\": 5}",
		"{} {}" })
	void read_ofNoManifest_saysWhatIsExpected(final String text) {
		final String message = assertThrows(CorruptData.class, () -> Manifest.parse(
			text, "fig.manifest.json")).getMessage();

		assertTrue(message.startsWith("Expected") && message.contains(
			"fig.manifest.json"), message);
	}

	@Test
	void read_ofANewerFormat_saysWhichProgramMadeIt() {
		final String newer = json.replace("\"formatVersion\": 1",
			"\"formatVersion\": 2").replaceFirst("\"version\": \"[^\"]*\"",
				"\"version\": \"9.9\"");

		final String message = assertThrows(Unsupported.class, () -> Manifest.parse(
			newer, "fig.manifest.json")).getMessage();

		assertTrue(message.contains("version 2") && message.contains("9.9") &&
			message.contains("updating"), message);
	}

	@Test
	void read_ofAFileThatIsNoText_namesIt() throws Exception {
		final Path file = Files.write(folder.resolve("odd.manifest.json"),
			new byte[] { (byte) 0xff, (byte) 0xfe, 0, 1 });

		final String message = assertThrows(CorruptData.class, () -> Manifest.read(
			file)).getMessage();

		assertTrue(message.contains(file.toString()), message);
	}

	@Test
	void read_keepsWhyListedRootsAreNotCurrent() {
		final Manifest manifest = Manifest.parse(json.replace("\"notCurrent\": {}",
			"\"notCurrent\": {\"7\": {\"known\": true, \"cameLater\": \"2024-06-01T00:00:00.500Z\", " +
				"\"successors\": [\"18446744073709551615\"]}, \"8\": {\"known\": false, \"successors\": []}}"),
			"");

		assertEquals("root 7 came to be only at 2024-06-01T00:00:00.500Z, " +
			"now its voxels belong to 18446744073709551615; root 8 is none that the server knows",
			manifest.lookups().toString());
		assertEquals(manifest, Manifest.parse(manifest.toJson(), ""));
	}

	@Test
	void read_keepsAListedIdAbove2To63() {
		assertEquals(RootSelection.ofBits(-1L), Manifest.parse(json, "").request()
			.roots());
	}
}
