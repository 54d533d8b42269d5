// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.util.Optional;

import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.Fit;
import org.imageryclient.cutout.Mip;
import org.imageryclient.cutout.Resample;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.geom.Region;
import org.imageryclient.json.JsonCursor;

/** The request of a manifest. */
final class ManifestRequest {

	private ManifestRequest() {}

	static CutoutRequest read(final JsonCursor request,
		final Optional<ManifestSide> image,
		final Optional<ManifestSide> segmentation)
	{
		if (image.isEmpty() && segmentation.isEmpty()) throw request.error(
			"a request beside an \"image\" or a \"segmentation\"");
		final Region region = region(request.get("region")).at(ManifestReader
			.resolution(request.get("resolutionNm")));
		final CutoutRequest untimed = CutoutRequest.of(region).withImageMip(mip(
			image, segmentation)).withSegmentationMip(mip(segmentation, image))
			.withRoots(roots(request.get("roots"))).withFit(ManifestReader.word(
				request.get("fit"), Fit.class)).withResample(ManifestReader.word(request
					.get("resample"), Resample.class)).withResize(request.get("resize")
						.asBoolean()).withStrict(request.get("strict").asBoolean());
		return request.find("timestamp").map(ManifestReader::time).map(
			untimed::withTimestamp).orElse(untimed);
	}

	/** Where there is no such side, its mip is not looked at. */
	private static Mip mip(final Optional<ManifestSide> side,
		final Optional<ManifestSide> other)
	{
		return side.or(() -> other).map(s -> Mip.index(s.mip())).orElseThrow();
	}

	private static Region region(final JsonCursor region) {
		final Optional<JsonCursor> bounds = region.find("bounds");
		if (bounds.isPresent()) return ManifestReader.checked(bounds.get(),
			"two corners of three numbers each", b -> Region.bounds(ManifestReader
				.numbers(b.at(0)), ManifestReader.numbers(b.at(1))));
		final Region centre = ManifestReader.checked(region.get("center"),
			"three numbers", c -> Region.centered(ManifestReader.numbers(c)));
		final Optional<JsonCursor> pixels = region.find("pixels");
		if (pixels.isPresent()) return ManifestReader.checked(pixels.get(),
			"two or three numbers of pixels", p -> centre.pixels(p.elements().stream()
				.mapToLong(JsonCursor::asLong).toArray()));
		return ManifestReader.checked(region.get("size"), "two or three numbers",
			s -> centre.size(ManifestReader.numbers(s)));
	}

	private static RootSelection roots(final JsonCursor roots) {
		if (roots.isArray()) return RootSelection.ofBits(roots.elements().stream()
			.mapToLong(JsonCursor::asUnsignedLong).toArray());
		return switch (roots.asString()) {
			case "all" -> RootSelection.all();
			case "raw" -> RootSelection.rawIds();
			default -> throw roots.error("\"all\", \"raw\" or a list of ids");
		};
	}
}
