// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.lang.ref.SoftReference;
import java.util.function.IntFunction;

/**
 * An image ROI that paints its slice when it is drawn, and forgets it when
 * memory is short. When it is saved with an image, it becomes an ordinary image
 * ROI, which has one opacity: colours' own alpha is lost there.
 */
final class LabelRoi extends ImageRoi {

	private static final long serialVersionUID = 1L;

	private final transient IntFunction<int[]> painter;
	private final int slice;
	private final int columns;
	private final int rows;
	private transient SoftReference<BufferedImage> painted = new SoftReference<>(
		null);

	/**
	 * @param painter gives the pixels of a slice, {@code 0xAARRGGBB}
	 */
	LabelRoi(final IntFunction<int[]> painter, final int slice, final int columns,
		final int rows)
	{
		super(0, 0, new Unpainted(columns, rows));
		this.painter = painter;
		this.slice = slice;
		this.columns = columns;
		this.rows = rows;
	}

	@Override
	public void draw(final Graphics g) {
		final Graphics2D canvas = (Graphics2D) g;
		final Rectangle place = getBounds();
		final Composite before = canvas.getComposite();
		canvas.setComposite(AlphaComposite.SrcOver.derive((float) getOpacity()));
		canvas.drawImage(picture(), screenX(place.x), screenY(place.y), screenX(
			place.x + columns), screenY(place.y + rows), 0, 0, columns, rows, null);
		canvas.setComposite(before);
	}

	private synchronized BufferedImage picture() {
		final BufferedImage known = painted.get();
		if (known != null) return known;
		final BufferedImage picture = new BufferedImage(columns, rows,
			BufferedImage.TYPE_INT_ARGB);
		picture.getRaster().setDataElements(0, 0, columns, rows, painter.apply(
			slice));
		painted = new SoftReference<>(picture);
		return picture;
	}

	@Override
	public ImageProcessor getProcessor() {
		return new ColorProcessor(picture());
	}

	@Override
	public byte[] getSerializedImage() {
		return new FileSaver(new ImagePlus("", getProcessor())).serialize();
	}

	/** The background is transparent, also when it was saved and read again. */
	@Override
	public boolean getZeroTransparent() {
		return true;
	}

	@Override
	public synchronized Object clone() {
		final LabelRoi copy = new LabelRoi(painter, slice, columns, rows);
		copy.setLocation(getXBase(), getYBase());
		copy.setOpacity(getOpacity());
		copy.setName(getName());
		if (hasHyperStackPosition()) copy.setPosition(getCPosition(),
			getZPosition(), getTPosition());
		else copy.setPosition(getPosition());
		return copy;
	}

	/** Tells ImageJ the size of a picture that is not there yet. */
	private static final class Unpainted extends BufferedImage {

		private final int columns;
		private final int rows;

		Unpainted(final int columns, final int rows) {
			super(1, 1, BufferedImage.TYPE_INT_ARGB);
			this.columns = columns;
			this.rows = rows;
		}

		@Override
		public int getWidth() {
			return columns;
		}

		@Override
		public int getHeight() {
			return rows;
		}
	}
}
