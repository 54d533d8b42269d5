// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

/**
 * Why voxels of a read are zero: the account of its chunks. Every chunk that the
 * read touched is in exactly one of the four kinds (rulings 6 and 7 of
 * doc/parity.md).
 *
 * @param chunksPlanned all chunks that the box touches
 * @param read chunks that were there
 * @param absent chunks that are not there (404, no such file, empty object)
 * @param forbidden chunks for which an anonymous server answered 403
 * @param skipped chunks outside the volume's regions of interest, never asked
 *          for
 * @param voxelsOutside voxels of the box outside the volume
 * @throws IllegalArgumentException if the four kinds do not add up
 */
public record ReadStatus(long chunksPlanned, long read, long absent,
	long forbidden, long skipped, long voxelsOutside)
{

	/** Nothing was planned. */
	public static final ReadStatus NOTHING = new ReadStatus(0, 0, 0, 0, 0, 0);

	public ReadStatus {
		if (chunksPlanned != read + absent + forbidden + skipped)
			throw new IllegalArgumentException("Expected " + chunksPlanned +
				" planned chunks but got " + read + " read + " + absent + " absent + " +
				forbidden + " forbidden + " + skipped + " skipped.");
	}

	public ReadStatus plus(final ReadStatus other) {
		return new ReadStatus(chunksPlanned + other.chunksPlanned, read +
			other.read, absent + other.absent, forbidden + other.forbidden, skipped +
				other.skipped, voxelsOutside + other.voxelsOutside);
	}

	/** Whether every planned chunk was read or lay outside the regions. */
	public boolean isComplete() {
		return absent == 0 && forbidden == 0;
	}

	/**
	 * {@code 12 chunks: 9 read, 3 absent, 0 forbidden, 0 skipped; 40 voxels outside
	 * the volume}.
	 */
	@Override
	public String toString() {
		return chunksPlanned + (chunksPlanned == 1 ? " chunk: " : " chunks: ") +
			read + " read, " + absent + " absent, " + forbidden + " forbidden, " +
			skipped + " skipped; " + voxelsOutside + " voxels outside the volume";
	}
}
