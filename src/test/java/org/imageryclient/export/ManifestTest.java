// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.imageryclient.Progress;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.geom.Region;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.SamplePair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

	private static final Clock CLOCK = Clock.fixed(Instant.parse(
		"2026-01-02T03:04:05.678Z"), ZoneOffset.UTC);

	private static final Region REGION = Region.centered(132, 224, 12).size(20,
		10, 2);

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

	@Test
	void save_leavesAManifestThatReadsBackEqual() {
		final Manifest manifest = saved();

		assertEquals(manifest.toJson(), Manifest.parse(manifest.toJson(), "")
			.toJson());
		assertEquals(manifest, Manifest.parse(manifest.toJson(), ""));
	}

	@Test
	void request_givesThePlanOfThen() {
		assertEquals(pair().plan().image(), sample.client()
			.planImageAndSegmentation(saved().request()).image());
	}

	private Manifest saved() {
		final PairedCutout pair = pair();
		writer.saveImageryAndMasks(PlaneStack.of(pair.image()), pair.masks(),
			SaveOptions.prefix(folder.resolve("fig")), Progress.NONE);
		return Manifest.read(folder.resolve("fig.manifest.json"));
	}

	private PairedCutout pair() {
		return sample.client().imageAndSegmentation(CutoutRequest.of(REGION));
	}
}
