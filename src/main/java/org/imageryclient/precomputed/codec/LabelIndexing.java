// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

/**
 * Turns decoded samples into positions in a table of ids, for encodings that
 * store each voxel's id. Signed types are sign-extended, as numpy does it.
 */
public final class LabelIndexing {

	private LabelIndexing() {}

	/**
	 * @param samples of one channel, of an integer type, as
	 *          {@link ChunkCodec#decode} returns them
	 * @throws IllegalArgumentException if the samples are no integers
	 */
	public static IndexedLabels index(final Object samples,
		final ChunkShape shape)
	{
		return switch (shape.type()) {
			case UINT8 -> bytes((byte[]) samples, 0xffL);
			case INT8 -> bytes((byte[]) samples, -1L);
			case UINT16 -> shorts((short[]) samples, 0xffffL);
			case INT16 -> shorts((short[]) samples, -1L);
			case UINT32 -> ints((int[]) samples, 0xffffffffL);
			case INT32 -> ints((int[]) samples, -1L);
			case UINT64, INT64 -> longs((long[]) samples);
			case FLOAT32, FLOAT64 -> throw new IllegalArgumentException(
				"Expected labels of an integer type but got " + shape.type().word() +
					".");
		};
	}

	private static IndexedLabels longs(final long[] samples) {
		final LabelTable table = new LabelTable();
		final int[] indices = new int[samples.length];
		long last = 0;
		int index = -1;
		for (int i = 0; i < samples.length; i++) {
			final long id = samples[i];
			if (id != last || index < 0) {
				last = id;
				index = table.indexOf(id);
			}
			indices[i] = index;
		}
		return new IndexedLabels(indices, table.ids());
	}

	private static IndexedLabels ints(final int[] samples, final long mask) {
		final LabelTable table = new LabelTable();
		final int[] indices = new int[samples.length];
		int last = 0;
		int index = -1;
		for (int i = 0; i < samples.length; i++) {
			final int id = samples[i];
			if (id != last || index < 0) {
				last = id;
				index = table.indexOf(id & mask);
			}
			indices[i] = index;
		}
		return new IndexedLabels(indices, table.ids());
	}

	private static IndexedLabels shorts(final short[] samples, final long mask) {
		final LabelTable table = new LabelTable();
		final int[] indices = new int[samples.length];
		for (int i = 0; i < samples.length; i++)
			indices[i] = table.indexOf(samples[i] & mask);
		return new IndexedLabels(indices, table.ids());
	}

	private static IndexedLabels bytes(final byte[] samples, final long mask) {
		final LabelTable table = new LabelTable();
		final int[] indices = new int[samples.length];
		for (int i = 0; i < samples.length; i++)
			indices[i] = table.indexOf(samples[i] & mask);
		return new IndexedLabels(indices, table.ids());
	}
}
