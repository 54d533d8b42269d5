// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.table;

import java.util.List;
import java.util.stream.IntStream;

import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.volume.Planes;

/** One channel of imagery, as planes. */
record Channel(Planes planes, int index, DataType type) {

	static List<Channel> of(final ImageCutout<?> image) {
		final Planes planes = Planes.of(image.pixels());
		return IntStream.range(0, image.channels()).mapToObj(c -> new Channel(
			planes, c, image.dataType())).toList();
	}

	/** The array that holds a plane, at {@link #offset}. */
	Object array(final int z) {
		return planes.array(z + planes.depth() * index);
	}

	int offset(final int z) {
		return planes.offset(z + planes.depth() * index);
	}
}
