// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.overlay.Figure;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.precomputed.DataType;

/**
 * What is below the masks of a figure as a stack of 8 bits: grey, or red, green
 * and blue. Its x, y and z are the figure's columns, rows and slices.
 *
 * @param panelWidth white columns at the right, for a legend
 * @param manifest a line that says what the figure shows
 */
public record FigurePlanes(Figure figure, int panelWidth, String manifest)
	implements PlaneStack
{

	@Override
	public Long3 size() {
		return new Long3(width(), figure.overlay().height(), figure.count());
	}

	private int width() {
		return figure.overlay().width() + panelWidth;
	}

	@Override
	public int channels() {
		return figure.overlay().isGray() ? 1 : 3;
	}

	@Override
	public DataType dataType() {
		return DataType.UINT8;
	}

	@Override
	public Resolution resolution() {
		return new Resolution(figure.nmPerPixel(), figure.nmPerPixel(), figure
			.nmPerSlice());
	}

	@Override
	public Long3 origin() {
		return figure.origin();
	}

	@Override
	public Object plane(final int channel, final int z) {
		final int[] pixels = figure.backdrop(z).samples();
		final int perRow = figure.overlay().width();
		final byte[] plane = new byte[Math.multiplyExact(width(), figure.overlay()
			.height())];
		Arrays.fill(plane, (byte) 255);
		for (int i = 0; i < pixels.length; i++)
			plane[i / perRow * width() + i % perRow] = (byte) (pixels[i] >> 16 - 8 *
				channel);
		return plane;
	}

	/** The scale bar and the legend in words, and the manifest. */
	@Override
	public String notes() {
		final String bar = figure.scaleBar().map(b -> "scale bar = " + b.text() +
			"\n").orElse("");
		final String legend = figure.legend().entries().stream().map(entry -> entry
			.text() + " = " + entry.hex() + "\n").collect(Collectors.joining());
		return bar + legend + manifest + "\n";
	}
}
