// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.viewer.SourceAndConverter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.NativeImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.imageryclient.Progress;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.volume.Volume;

/**
 * Which samples are black and white. EM of 8 bits is made for 0 to 255; for
 * other samples it is found in the middle of the coarsest mip, in the
 * background.
 */
final class Contrast {

	/** Voxels along each axis that are looked at: a few chunks. */
	private static final long WINDOW = 128;

	private static final long MOST_SAMPLES = 100_000;

	private Contrast() {}

	static void adjustLater(final Volume<?> volume,
		final List<SourceAndConverter<?>> channels, final BrowseWindow window)
	{
		if (volume.dataType() == DataType.UINT8) return;
		window.later("contrast", () -> {
			final double[][] ranges = ranges(volume);
			for (int c = 0; c < channels.size(); c++)
				window.handle().getConverterSetups().getConverterSetup(channels.get(c))
					.setDisplayRange(ranges[c][0], ranges[c][1]);
		});
	}

	/** The samples that 1 % are below and above, by channel. A few GETs. */
	static double[][] ranges(final Volume<?> volume) {
		final int mip = volume.mipCount() - 1;
		final VoxelBox all = volume.bounds(mip);
		final Long3 size = all.size().min(new Long3(WINDOW, WINDOW, 4));
		final Long3 rest = all.size().minus(size);
		final Long3 min = all.min().plus(new Long3(rest.x() / 2, rest.y() / 2, rest
			.z() / 2));
		final NativeImg<?, ?> pixels = volume.read(mip, VoxelBox.ofSize(min, size),
			Progress.NONE).image();
		return IntStream.range(0, volume.channels()).mapToObj(c -> range(Views
			.hyperSlice(pixels, 3, c))).toArray(double[][]::new);
	}

	/**
	 * The samples that 1 % are below and above; of large images a part is seen.
	 */
	static double[] range(final RandomAccessibleInterval<?> image) {
		final long count = Intervals.numElements(image);
		final long step = 1 + count / MOST_SAMPLES;
		final double[] samples = new double[(int) ((count + step - 1) / step)];
		final Cursor<?> cursor = image.cursor();
		for (int i = 0; i < samples.length; i++) {
			samples[i] = ((RealType<?>) cursor.next()).getRealDouble();
			if (i < samples.length - 1) cursor.jumpFwd(step - 1);
		}
		Arrays.sort(samples);
		final int margin = samples.length / 100;
		final double low = samples[margin];
		return new double[] { low, Math.max(low + 1e-9, samples[samples.length - 1 -
			margin]) };
	}
}
