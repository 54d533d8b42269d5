// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.volume.Volume;

/**
 * What to show of volumes where nobody said a place: one slice through the
 * middle of what imagery and segmentation both cover, 512 pixels wide and high
 * or as many as there are, at the mip whose voxels are nearest to 16 nm.
 *
 * <pre>
 * client.imageAndSegmentation(FirstLook.of(client));
 * </pre>
 */
public final class FirstLook {

	/** Of 16 nm each they are 8 µm of tissue: neurites, and their membranes. */
	private static final long PIXELS = 512;

	private static final double NM = 16;

	/** From one end to the other along an axis, in nm. */
	private record Span(double min, double max) {

		double middle() {
			return (min + max) / 2;
		}

		double length() {
			return max - min;
		}
	}

	private FirstLook() {}

	/**
	 * The request for it, with all segments. No I/O.
	 *
	 * @param client with one volume at least
	 * @throws org.imageryclient.Unsupported if a volume has no scale with data
	 */
	public static CutoutRequest of(final ImageryClient client) {
		final List<Volume<?>> volumes = Stream.concat(client.imageVolume().stream(),
			client.segmentationVolume().stream()).toList();
		final Volume<?> first = volumes.get(0);
		final int mip = mipNearest(first, NM);
		final Resolution pixel = first.resolution(mip);
		final Span[] spans = spans(volumes);
		final CutoutRequest request = CutoutRequest.of(Region.centered(IntStream
			.range(0, 3).mapToDouble(d -> Math.floor(spans[d].middle() / client
				.resolution().get(d))).toArray()).pixels(pixels(spans[0], pixel.x()),
					pixels(spans[1], pixel.y()))).withImageMip(mip);
		return client.segmentationVolume().map(labels -> request
			.withSegmentationMip(mipNearest(labels, width(pixel)))).orElse(request);
	}

	/** Of all volumes; of the first, where they have nothing in common. */
	private static Span[] spans(final List<Volume<?>> volumes) {
		final Span[] common = IntStream.range(0, 3).mapToObj(d -> volumes.stream()
			.map(volume -> span(volume, d)).reduce((a, b) -> new Span(Math.max(a.min,
				b.min), Math.min(a.max, b.max))).orElseThrow()).toArray(Span[]::new);
		if (Stream.of(common).allMatch(span -> span.length() > 0)) return common;
		return IntStream.range(0, 3).mapToObj(d -> span(volumes.get(0), d)).toArray(
			Span[]::new);
	}

	private static Span span(final Volume<?> volume, final int d) {
		final int mip = volume.defaultMip();
		final double nm = volume.resolution(mip).get(d);
		return new Span(volume.bounds(mip).min().get(d) * nm, volume.bounds(mip)
			.max().get(d) * nm);
	}

	private static long pixels(final Span span, final double nm) {
		return Math.max(1, Math.min(PIXELS, Math.round(span.length() / nm)));
	}

	/** The finer one of two that are as near. */
	private static int mipNearest(final Volume<?> volume, final double nm) {
		return IntStream.range(0, volume.mipCount()).filter(mip -> !volume.scale(
			mip).isPlaceholder()).boxed().min(Comparator.comparingDouble(mip -> Math
				.abs(Math.log(width(volume.resolution(mip)) / nm)))).orElseGet(
					volume::defaultMip);
	}

	/** The longer side of a pixel. */
	private static double width(final Resolution pixel) {
		return Math.max(pixel.x(), pixel.y());
	}
}
