// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageryclient.Timestamp;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.Resample;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;

/**
 * The keys that say a cutout, as doc/macro-keys.md lists them under "Which
 * cutout". What has its default is left out, but nothing that depends on the
 * client or on the moment.
 */
final class CutoutKeys {

	/** A list of no ids; an empty value would mean all. */
	private static final String NO_ROOTS = ",";

	private final Map<String, String> keys = new LinkedHashMap<>();

	private CutoutKeys() {}

	/**
	 * @param request with mips, frame, fit and time as they were decided
	 */
	static Map<String, String> of(final CutoutRequest request,
		final Optional<String> source, final Optional<String> segmentation)
	{
		final CutoutKeys c = new CutoutKeys();
		source.ifPresent(address -> c.put("source", address));
		segmentation.ifPresent(address -> c.put("segmentation", address));
		c.putRegion(request.region());
		c.put("mip", Stream.of(source.map(s -> request.imageMip()), segmentation
			.map(s -> request.segmentationMip())).flatMap(Optional::stream).map(
				Object::toString).collect(Collectors.joining(",")));
		if (segmentation.isPresent()) c.putRoots(request);
		c.put("fit", CutoutWords.of(request.fit()));
		if (request.resample() != Resample.ALIGNED) c.put("resample", CutoutWords
			.of(request.resample()));
		if (!request.resize() && source.isPresent() && segmentation.isPresent()) c
			.put("resize", "false");
		if (request.strict()) c.put("strict", "true");
		return c.keys;
	}

	private void put(final String key, final String value) {
		keys.put(key, value);
	}

	private void putRegion(final Region region) {
		if (region.second().isPresent()) put("bounds", comma(region.first()) + "," +
			comma(region.second().get()));
		else {
			put("center", comma(region.first()));
			put("size", region.extent().map(CutoutKeys::comma).orElseGet(
				() -> pixels(region)));
		}
		region.frame().ifPresent(frame -> put("resolution", times(frame)));
	}

	private void putRoots(final CutoutRequest request) {
		final RootSelection roots = request.roots();
		if (!roots.isAll()) put("roots", roots.isListed() && roots
			.ids().length == 0 ? NO_ROOTS : roots.toString().replace(' ', ','));
		request.timestamp().map(Timestamp::toString).ifPresent(time -> put(
			"timestamp", time));
	}

	private static String comma(final Point point) {
		return point.toString().replace(" ", "");
	}

	private static String pixels(final Region region) {
		return Arrays.stream(region.pixelSize()).mapToObj(Long::toString)
			.collect(Collectors.joining("x")) + "px";
	}

	/** {@code 4x4x40}. */
	private static String times(final Resolution resolution) {
		return resolution.toString().replace(" nm", "").replace(" ", "");
	}
}
