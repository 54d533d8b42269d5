// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import java.util.Arrays;

/** A set of the pixels of a rectangle, which is a part of a picture. */
final class Shape {

	/** Further than any pixel; leaves room for adding 1. */
	private static final int FAR = Integer.MAX_VALUE / 2;

	private final Rectangle frame;
	private final boolean[] isInside;

	/** With no pixel in it. */
	Shape(final Rectangle frame) {
		this.frame = frame;
		isInside = new boolean[Math.multiplyExact(frame.width(), frame.height())];
	}

	/** Of the picture. */
	Rectangle frame() {
		return frame;
	}

	/** The number of pixels of the frame. */
	int length() {
		return isInside.length;
	}

	/** Whether a pixel of the frame, row by row, is in the set. */
	boolean isAt(final int pixel) {
		return isInside[pixel];
	}

	void add(final int pixel) {
		isInside[pixel] = true;
	}

	void remove(final int pixel) {
		isInside[pixel] = false;
	}

	/** Whether no pixel is in the set. */
	boolean isEmpty() {
		for (final boolean is : isInside)
			if (is) return false;
		return true;
	}

	/** Not 0 where a pixel of the frame is in the set. */
	byte[] toSamples() {
		final byte[] samples = new byte[isInside.length];
		for (int i = 0; i < samples.length; i++)
			samples[i] = (byte) (isInside[i] ? 255 : 0);
		return samples;
	}

	/**
	 * Steps from each pixel to the nearest that is inside, or the nearest that is
	 * not. Two passes give exact distances: Rosenfeld and Pfaltz, Sequential
	 * operations in digital picture processing, 1966.
	 */
	int[] stepsTo(final boolean inside) {
		final int width = frame.width();
		final int height = frame.height();
		final int[] steps = new int[isInside.length];
		Arrays.fill(steps, FAR);
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++) {
				if (isInside[i] == inside) steps[i] = 0;
				if (x > 0) steps[i] = Math.min(steps[i], steps[i - 1] + 1);
				if (y > 0) steps[i] = Math.min(steps[i], steps[i - width] + 1);
			}
		for (int y = height - 1, i = steps.length - 1; y >= 0; y--)
			for (int x = width - 1; x >= 0; x--, i--) {
				if (x < width - 1) steps[i] = Math.min(steps[i], steps[i + 1] + 1);
				if (y < height - 1) steps[i] = Math.min(steps[i], steps[i + width] + 1);
			}
		return steps;
	}
}
