// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.imageryclient.Progress;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.Fit;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.Mip;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.Resample;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.SamplePair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A pair of volumes, and the manifest of what was saved of them last. */
abstract class ManifestCase {

	static final Clock CLOCK = Clock.fixed(Instant.parse(
		"2026-01-02T03:04:05.678Z"), ZoneOffset.UTC);

	static final Resolution FINE = Resolution.of(4, 4, 40);

	static final Region REGION = Region.centered(132, 224, 12).size(20, 10, 2);

	static final CutoutRequest REQUEST = CutoutRequest.of(REGION);

	final CutoutWriter writer = new CutoutWriter(new SmallStacks.Pictures((
		picture, file) -> Files.writeString(file, picture.toString())),
		new SmallStacks.Stacks(), CLOCK);

	@TempDir
	Path folder;

	SamplePair sample;

	@BeforeEach
	void open() {
		sample = new SamplePair(folder.resolve("data"), DataType.UINT8, 1);
	}

	@AfterEach
	void close() {
		sample.close();
	}

	static List<CutoutRequest> requests() {
		return List.of(REQUEST, REQUEST.withRegion(Region.bounds(110.5, 210, 11,
			120, 220.25, 13)), REQUEST.withRegion(Region.centered(66, 112, 12).pixels(
				9, 7).at(Resolution.of(8, 8, 40))), REQUEST.withFit(Fit.NATIVE), REQUEST
					.withResample(Resample.IMAGERYCLIENT), REQUEST.withResize(false)
						.withFit(Fit.NATIVE), REQUEST.withStrict(true), REQUEST.withRoots(
							RootSelection.of()), REQUEST.withRoots(RootSelection.rawIds()),
			REQUEST.withRoots(RootSelection.of("18446744073709551615", "7")), REQUEST
				.withImageMip(Mip.at(FINE)).withSegmentationMip(-1));
	}

	Manifest saved(final PairedCutout pair) {
		writer.saveImageryAndMasks(PlaneStack.of(pair.image()), pair.masks(),
			options(), Progress.NONE);
		return read();
	}

	Manifest savedImagery(final ImageCutout<?> image) {
		writer.saveStack(PlaneStack.of(image), folder.resolve("fig"),
			Progress.NONE);
		return read();
	}

	Manifest savedMasks(final SegmentationCutout labels,
		final SaveOptions options)
	{
		writer.saveMasks(labels.masks(), options, Progress.NONE);
		return read();
	}

	SaveOptions options() {
		return SaveOptions.prefix(folder.resolve("fig"));
	}

	Manifest read() {
		return Manifest.read(folder.resolve("fig.manifest.json"));
	}

	PairedCutout pair(final CutoutRequest request) {
		return sample.client().imageAndSegmentation(request);
	}

	ImageCutout<?> image(final CutoutRequest request) {
		return sample.client().image(request);
	}
}
