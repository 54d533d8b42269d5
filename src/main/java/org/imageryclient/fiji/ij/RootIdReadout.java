// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;

import java.awt.event.MouseEvent;
import java.awt.event.MouseMotionAdapter;

import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.picture.PlaneStack;

/**
 * Says in ImageJ's status bar which root id is under the mouse: all digits, as
 * no pixel value of ImageJ can.
 *
 * <pre>
 *
 * ImagePlus image = CutoutImages.paired(pair, RootColors.hashed(), 0.4);
 * RootIdReadout.attach(image, pair);
 * image.show();
 * </pre>
 *
 * It ends when the image is closed, so attach it to images that will be shown.
 */
public final class RootIdReadout {

	private final ImagePlus image;
	private final LabelGrid labels;

	private RootIdReadout(final ImagePlus image, final LabelGrid labels) {
		this.image = image;
		this.labels = labels;
	}

	/** For an image of the imagery of a pair, shown already or later. */
	public static void attach(final ImagePlus image, final PairedCutout pair) {
		attach(image, LabelGrid.of(pair.segmentation(), PlaneStack.of(pair
			.image())));
	}

	/** For an image of the labels themselves, shown already or later. */
	public static void attach(final ImagePlus image,
		final SegmentationCutout segmentation)
	{
		attach(image, LabelGrid.of(segmentation));
	}

	static void attach(final ImagePlus image, final LabelGrid labels) {
		final RootIdReadout readout = of(image, labels);
		if (image.getWindow() != null) readout.listenTo(image.getCanvas());
		else ImagePlus.addImageListener(new WhenShown(readout));
	}

	static RootIdReadout of(final ImagePlus image, final LabelGrid labels) {
		return new RootIdReadout(image, labels);
	}

	private void listenTo(final ImageCanvas canvas) {
		// After the canvas's own listener, which shows position and pixel value.
		canvas.addMouseMotionListener(new MouseMotionAdapter() {

			@Override
			public void mouseMoved(final MouseEvent event) {
				IJ.showStatus(textAt(canvas.offScreenX(event.getX()), canvas.offScreenY(
					event.getY())));
			}
		});
	}

	/** The position, as ImageJ says it, and the root id of a pixel. */
	String textAt(final int x, final int y) {
		final int z = image.convertIndexToPosition(image.getCurrentSlice())[1] - 1;
		final long root = labels.idAt(x, y, z);
		return image.getLocationAsString(x, y).trim() + (root == 0 ? ", no root"
			: ", root id " + Long.toUnsignedString(root));
	}

	/** Waits for the window of one image. */
	private static final class WhenShown implements ImageListener {

		private final RootIdReadout readout;

		WhenShown(final RootIdReadout readout) {
			this.readout = readout;
		}

		@Override
		public void imageOpened(final ImagePlus opened) {
			if (opened != readout.image) return;
			ImagePlus.removeImageListener(this);
			readout.listenTo(opened.getCanvas());
		}

		@Override
		public void imageClosed(final ImagePlus closed) {
			if (closed == readout.image) ImagePlus.removeImageListener(this);
		}

		@Override
		public void imageUpdated(final ImagePlus updated) {
			// The canvas follows the image by itself.
		}
	}
}
