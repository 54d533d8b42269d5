// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.stream.IntStream;

import org.imageryclient.Progress;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.store.Stores;

/**
 * Reads the whole finest scale of the volume that it is given and counts the
 * voxels that are 0, in a JVM of its own: exit code 0 means that it fitted and
 * that as many were 0 as it was told.
 */
final class LargeRead {

	private LargeRead() {}

	public static void main(final String[] args) {
		try (ReadSession session = ReadSession.builder(new Stores(HttpTransport
			.anonymous())).build())
		{
			final Volume<?> volume = Volume.open(SourceUrl.parse(args[0]), session);
			final Planes planes = Planes.of(volume.isSegmentation() ? volume
				.readLabels(0, volume.bounds(0), Progress.NONE).indices() : volume.read(
					0, volume.bounds(0), Progress.NONE).image());
			final long zeros = IntStream.range(0, planes.count()).mapToLong(
				i -> zeros(planes, i)).sum();
			if (zeros != Long.parseLong(args[1])) throw new AssertionError(
				"Expected " + args[1] + " zeros but got " + zeros);
		}
	}

	private static long zeros(final Planes planes, final int plane) {
		final Object array = planes.array(plane);
		final int from = planes.offset(plane);
		final int to = from + planes.width() * planes.height();
		long zeros = 0;
		if (array instanceof int[]) {
			for (int i = from; i < to; i++)
				if (((int[]) array)[i] == 0) zeros++;
		}
		else {
			for (int i = from; i < to; i++)
				if (((byte[]) array)[i] == 0) zeros++;
		}
		return zeros;
	}
}
