// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.viewer.SourceAndConverter;
import bdv.viewer.render.AccumulateProjector;
import bdv.viewer.render.AccumulateProjectorFactory;
import bdv.viewer.render.VolatileProjector;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * Lays images over each other in their order, each as opaque as its alpha says;
 * the channels of one add up. BigDataViewer's own adds up all, which washes
 * labels over bright imagery out.
 */
final class BlendProjector extends AccumulateProjector<ARGBType, ARGBType> {

	private static final int OPAQUE = 0xff000000;

	private final boolean[] isAdded;

	/**
	 * @param isAdded which sources are further channels of the image before them
	 */
	private BlendProjector(final List<VolatileProjector> projectors,
		final List<? extends RandomAccessible<? extends ARGBType>> sources,
		final boolean[] isAdded, final RandomAccessibleInterval<ARGBType> target)
	{
		super(projectors, sources, target);
		this.isAdded = isAdded;
	}

	@Override
	protected void accumulate(final Cursor<? extends ARGBType>[] accesses,
		final ARGBType target)
	{
		int argb = OPAQUE;
		for (int i = 0; i < accesses.length; i++) {
			final int above = accesses[i].get().get();
			argb = isAdded[i] ? plus(argb, above) : over(argb, above);
		}
		target.set(argb);
	}

	/** @param below opaque */
	static int over(final int below, final int above) {
		final int alpha = above >>> 24;
		if (alpha == 0) return below;
		if (alpha == 255) return above;
		int rgb = 0;
		for (int shift = 0; shift <= 16; shift += 8) {
			final int mixed = (above >> shift & 0xff) * alpha + (below >> shift &
				0xff) * (255 - alpha);
			rgb |= (mixed + 127) / 255 << shift;
		}
		return OPAQUE | rgb;
	}

	/** Channels of one image add up. */
	static int plus(final int below, final int above) {
		if (above >>> 24 == 0) return below;
		int rgb = 0;
		for (int shift = 0; shift <= 16; shift += 8)
			rgb |= Math.min(255, (above >> shift & 0xff) + (below >> shift &
				0xff)) << shift;
		return OPAQUE | rgb;
	}

	/**
	 * Makes them for a viewer. What the viewer gives is in no order of its own.
	 */
	static final class Factory implements AccumulateProjectorFactory<ARGBType> {

		private final List<List<SourceAndConverter<?>>> bottomUp;

		/**
		 * @param bottomUp the sources of the viewer, each list the channels of one
		 *          image; sources that are not here lie on top
		 */
		Factory(final List<List<SourceAndConverter<?>>> bottomUp) {
			this.bottomUp = bottomUp;
		}

		@Override
		public VolatileProjector createProjector(
			final List<VolatileProjector> projectors,
			final List<SourceAndConverter<?>> sources,
			final List<? extends RandomAccessible<? extends ARGBType>> images,
			final RandomAccessibleInterval<ARGBType> target, final int threads,
			final ExecutorService executor)
		{
			final int[] places = sources.stream().mapToInt(this::place).toArray();
			final List<Integer> order = IntStream.range(0, places.length).boxed()
				.sorted(Comparator.comparingInt(i -> places[i])).toList();
			final boolean[] isAdded = new boolean[places.length];
			for (int i = 1; i < isAdded.length; i++)
				isAdded[i] = places[order.get(i)] == places[order.get(i - 1)] &&
					places[order.get(i)] < bottomUp.size();
			return new BlendProjector(projectors, order.stream()
				.<RandomAccessible<? extends ARGBType>> map(images::get).toList(),
				isAdded, target);
		}

		private int place(final SourceAndConverter<?> source) {
			for (int i = 0; i < bottomUp.size(); i++)
				if (bottomUp.get(i).contains(source)) return i;
			return Integer.MAX_VALUE;
		}
	}
}
