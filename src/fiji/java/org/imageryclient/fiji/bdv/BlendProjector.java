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
 * Lays sources over each other in their order, each as opaque as its alpha
 * says. BigDataViewer's own adds them up, which washes labels over bright
 * imagery out.
 */
final class BlendProjector extends AccumulateProjector<ARGBType, ARGBType> {

	private static final int OPAQUE = 0xff000000;

	private BlendProjector(final List<VolatileProjector> projectors,
		final List<? extends RandomAccessible<? extends ARGBType>> sources,
		final RandomAccessibleInterval<ARGBType> target)
	{
		super(projectors, sources, target);
	}

	@Override
	protected void accumulate(final Cursor<? extends ARGBType>[] accesses,
		final ARGBType target)
	{
		int argb = OPAQUE;
		for (final Cursor<? extends ARGBType> access : accesses)
			argb = over(argb, access.get().get());
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

	/**
	 * Makes them for a viewer. What the viewer gives is in no order of its own.
	 *
	 * @param bottomUp the sources of the viewer; those that are not here lie on top
	 */
	record Factory(List<SourceAndConverter<?>> bottomUp) implements
		AccumulateProjectorFactory<ARGBType>
	{

	@Override
	public VolatileProjector createProjector(
		final List<VolatileProjector> projectors,
		final List<SourceAndConverter<?>> sources,
		final List<? extends RandomAccessible<? extends ARGBType>> images,
		final RandomAccessibleInterval<ARGBType> target, final int threads,
		final ExecutorService executor)
	{
		final List<RandomAccessible<? extends ARGBType>> ordered = IntStream.range(
			0, sources.size()).boxed().sorted(Comparator.comparingInt(i -> place(
				sources.get(i)))).<RandomAccessible<? extends ARGBType>> map(
					images::get).toList();
		return new BlendProjector(projectors, ordered, target);
	}

	private int place(final SourceAndConverter<?> source) {
		final int place = bottomUp.indexOf(source);
		return place < 0 ? Integer.MAX_VALUE : place;
	}
}}
