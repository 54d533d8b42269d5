// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

/**
 * Shapes are drawn as lines along their border instead of filled. Distances are
 * counted in steps to one of the four neighbours, so lines have diamond-shaped
 * corners.
 *
 * @param side of the border on which the line lies
 * @param width of the line in pixels; 0 is no line (ruling 18 of doc/parity.md)
 * @param merged whether shapes that touch have no line between them
 */
public record Outline(Side side, int width, boolean merged) {

	/** @throws IllegalArgumentException for a width below 0 */
	public Outline {
		if (width < 0) throw new IllegalArgumentException(
			"Expected an outline of 0 pixels or more but got " + width + ".");
	}

	/** A line around the shapes, without lines where they touch. */
	public static Outline outside(final int width) {
		return new Outline(Side.OUT, width, true);
	}

	/** A line within the shapes, without lines where they touch. */
	public static Outline inside(final int width) {
		return new Outline(Side.IN, width, true);
	}

	/** The same line, with or without lines where shapes touch. */
	public Outline merged(final boolean value) {
		return new Outline(side, width, value);
	}

	/**
	 * The line of a shape.
	 *
	 * @return a new shape in the same frame
	 */
	Shape of(final Shape shape) {
		final Shape line = new Shape(shape.frame());
		if (width == 0) return line;
		final boolean isOutside = side == Side.OUT;
		final int[] steps = shape.stepsTo(isOutside);
		for (int i = 0; i < steps.length; i++)
			if (shape.isAt(i) != isOutside && steps[i] <= width) line.add(i);
		return line;
	}

	/** Of a border. */
	public enum Side {
			/** Around the shape. */
			OUT,
			/** Part of the shape. None along the edge of the picture. */
			IN
	}
}
