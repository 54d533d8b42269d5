// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

/**
 * The rows of one PNG picture, or of one of the seven of an interlaced one:
 * undoes the filters in place. Source: PNG specification, §9.
 *
 * @param bytes all rows of the picture, each after its filter byte
 * @param start of the first row's filter byte
 * @param rowBytes of a row without the filter byte
 * @param rows how many there are
 * @param pixelBytes how far left the neighbour is: at least 1
 */
record PngRows(byte[] bytes, int start, int rowBytes, int rows,
	int pixelBytes)
{

	/** The first byte of a row's pixels. */
	int row(final int y) {
		return start + y * (rowBytes + 1) + 1;
	}

	/** Undoes the filters of all rows. */
	void unfilter() {
		for (int y = 0; y < rows; y++) {
			final int row = row(y);
			final int above = y == 0 ? -1 : row - rowBytes - 1;
			switch (bytes[row - 1]) {
				case 0 -> {
					// Not filtered.
				}
				case 1 -> addLeft(row);
				case 2 -> addAbove(row, above);
				case 3 -> addAverage(row, above);
				case 4 -> addPaeth(row, above);
				default -> throw new MalformedChunk("Expected a PNG filter from 0 to 4 in row " +
					y + " but was " + (bytes[row - 1] & 0xff), -1);
			}
		}
	}

	private void addLeft(final int row) {
		for (int i = row + pixelBytes; i < row + rowBytes; i++)
			bytes[i] += bytes[i - pixelBytes];
	}

	private void addAbove(final int row, final int above) {
		if (above < 0) return;
		for (int i = 0; i < rowBytes; i++)
			bytes[row + i] += bytes[above + i];
	}

	private void addAverage(final int row, final int above) {
		for (int i = 0; i < rowBytes; i++) {
			final int left = i < pixelBytes ? 0 : bytes[row + i - pixelBytes] & 0xff;
			final int up = above < 0 ? 0 : bytes[above + i] & 0xff;
			bytes[row + i] += (byte) (left + up >>> 1);
		}
	}

	private void addPaeth(final int row, final int above) {
		for (int i = 0; i < rowBytes; i++) {
			final int left = i < pixelBytes ? 0 : bytes[row + i - pixelBytes] & 0xff;
			final int up = above < 0 ? 0 : bytes[above + i] & 0xff;
			final int corner = above < 0 || i < pixelBytes ? 0 : bytes[above + i -
				pixelBytes] & 0xff;
			bytes[row + i] += (byte) nearest(left, up, corner);
		}
	}

	private static int nearest(final int left, final int up, final int corner) {
		final int toLeft = Math.abs(up - corner);
		final int toUp = Math.abs(left - corner);
		final int toCorner = Math.abs(left + up - 2 * corner);
		if (toLeft <= toUp && toLeft <= toCorner) return left;
		return toUp <= toCorner ? up : corner;
	}
}
