// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.viewer.Source;
import bdv.viewer.SourceAndConverter;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.RealPoint;
import net.imglib2.Volatile;
import net.imglib2.realtransform.AffineTransform3D;
import net.imglib2.type.numeric.IntegerType;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.volume.Agglomeration;
import org.imageryclient.volume.LiveRoots;

/**
 * The labels of one source that is shown, and how a place in them becomes a root.
 *
 * @param source shown; its pixels are stored ids
 * @param graph over the ids, where they are supervoxels
 * @param roots for what is on screen, where there is a graph
 */
record Segmentation(SourceAndConverter<?> source, Optional<Agglomeration> graph,
	Optional<LiveRoots> roots)
{

	/**
	 * The root at a place; 0 outside and on background. May fetch a chunk and ask
	 * the server: not for the event thread.
	 *
	 * @param nm where
	 * @param level the mip to look at: one that is on screen is mostly there
	 * @throws org.imageryclient.CutoutException if it can't be had
	 */
	long rootAt(final double[] nm, final int level) {
		final long stored = storedAt(source.getSpimSource(), nm, level);
		if (stored == 0 || graph.isEmpty()) return stored;
		final Timestamp time = roots.orElseThrow().time();
		return graph.get().rootsOf(new long[] { stored }, time, Progress.NONE)
			.roots()[0];
	}

	/**
	 * The root at a place as far as it is known: 0 while it is not, outside, and on
	 * background. Never waits.
	 */
	long rootOnScreen(final double[] nm, final int level) {
		final SourceAndConverter<?> drawn = source.asVolatile() == null ? source
			: source.asVolatile();
		final long stored = storedAt(drawn.getSpimSource(), nm, level);
		return roots.map(known -> known.root(stored)).orElse(stored);
	}

	/**
	 * The root that is seen where several lie over each other; 0 where none is.
	 *
	 * @param bottomUp each over those before it
	 * @param root of one of them
	 */
	static long topmost(final List<Segmentation> bottomUp,
		final ToLongFunction<Segmentation> root)
	{
		for (int i = bottomUp.size() - 1; i >= 0; i--) {
			final long found = root.applyAsLong(bottomUp.get(i));
			if (found != 0) return found;
		}
		return 0;
	}

	private static long storedAt(final Source<?> labels, final double[] nm,
		final int level)
	{
		final AffineTransform3D toNm = new AffineTransform3D();
		labels.getSourceTransform(0, level, toNm);
		final RealPoint at = new RealPoint(3);
		toNm.inverse().apply(RealPoint.wrap(nm), at);
		final long[] voxel = new long[3];
		for (int d = 0; d < 3; d++)
			voxel[d] = Math.round(at.getDoublePosition(d));
		final RandomAccessibleInterval<?> image = labels.getSource(0, level);
		for (int d = 0; d < 3; d++)
			if (voxel[d] < image.min(d) || voxel[d] > image.max(d)) return 0;
		final Object pixel = image.randomAccess().setPositionAndGet(voxel);
		if (pixel instanceof Volatile<?> maybe) return maybe.isValid() ? id(maybe
			.get()) : 0;
		return id(pixel);
	}

	private static long id(final Object pixel) {
		return ((IntegerType<?>) pixel).getIntegerLong();
	}
}
