// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

/**
 * How many planes of a result share one Java array. One is best: a viewer can
 * then show the plane without copying it. But the default collector of the JVM
 * (G1) gives any array of at least half a heap region whole regions of its own,
 * so a plane of exactly 1 MB can take 2 MB. Where that would eat the heap, some
 * planes are put together, and the loss becomes a few percent.
 */
final class SlabSize {

	/** Long enough to lose little, short enough to be found in one piece. */
	private static final long TARGET_BYTES = 32L << 20;

	/** The array's own header, generously. */
	private static final long HEADER = 24;

	/** Share of the heap that a result may take with one array per plane. */
	private static final double ROOMY = 0.5;

	private SlabSize() {}

	/**
	 * @param planeBytes the bytes of one plane
	 * @param planes all planes of the result
	 * @param depth planes of one channel, which a slab does not exceed
	 * @param maxHeap the most that the JVM will use, in bytes
	 * @return the number of planes per array, at least 1
	 */
	static int planesPerArray(final long planeBytes, final long planes,
		final long depth, final long maxHeap)
	{
		final long whole = heapBytes(planeBytes, maxHeap) * planes;
		if (whole <= ROOMY * maxHeap || whole <= planeBytes * planes * 1.1)
			return 1;
		return (int) Math.max(1, Math.min(depth, TARGET_BYTES / planeBytes));
	}

	/** What an array of that many bytes takes from a heap under G1. */
	static long heapBytes(final long arrayBytes, final long maxHeap) {
		final long region = Math.max(1L << 20, Math.min(32L << 20, Long
			.highestOneBit(maxHeap / 2048)));
		final long bytes = arrayBytes + HEADER;
		return bytes < region / 2 ? bytes : (bytes + region - 1) / region * region;
	}
}
