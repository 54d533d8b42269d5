// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.measure.Calibration;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Robot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.imageryclient.color.RootColors;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;

/**
 * A program: real ImageJ, real windows, a real mouse. Writes, for some pixels,
 * what the status bar says when the mouse is over them, and the colour that the
 * screen has there.
 */
final class OverlayOnScreen {

	private static final long PATIENCE_NANOS = 30_000_000_000L;
	private static final int GREY = 100;

	private final ImagePlus image;
	private final Robot robot = new Robot();
	private final List<String> seen = new ArrayList<>();

	private OverlayOnScreen(final ImagePlus image) throws Exception {
		this.image = image;
	}

	/**
	 * @param args the file to write
	 */
	public static void main(final String[] args) throws Exception {
		new ImageJ();
		final ImagePlus image = IJ.createImage("em", "8-bit", SmallLabels.WIDTH,
			SmallLabels.HEIGHT, SmallLabels.DEPTH);
		for (int z = 1; z <= SmallLabels.DEPTH; z++)
			image.getStack().getProcessor(z).set(GREY);
		image.setDimensions(1, SmallLabels.DEPTH, 1);
		final Calibration nm = NmCalibration.of(new Resolution(4, 4, 40), new Long3(
			1000, 2000, 100));
		image.setCalibration(nm);
		image.setOverlay(LabelOverlay.of(SmallLabels.grid(), RootColors.hashed(),
			0.5, 1));
		RootIdReadout.attach(image, SmallLabels.grid());
		image.show();
		final OverlayOnScreen screen = new OverlayOnScreen(image);
		screen.await("the image's window", () -> image.getWindow() != null && image
			.getWindow().isShowing());
		for (int z = 0; z < SmallLabels.DEPTH; z++) {
			image.setSlice(z + 1);
			screen.report(2, 2, z);
			screen.report(15, 10, z);
		}
		Files.write(Path.of(args[0]), screen.seen);
		Runtime.getRuntime().halt(0);
	}

	private void report(final int x, final int y, final int z) throws Exception {
		final ImageCanvas canvas = image.getCanvas();
		final Point corner = canvas.getLocationOnScreen();
		final double magnification = canvas.getMagnification();
		final int screenX = corner.x + (int) ((x + 0.5) * magnification);
		final int screenY = corner.y + (int) ((y + 0.5) * magnification);
		// Two moves: one event, whatever the mouse was over before.
		robot.mouseMove(screenX + 1, screenY);
		robot.mouseMove(screenX, screenY);
		final String position = "x=" + 4 * (1000 + x) + " ";
		await("the status bar to tell of " + position, () -> ImageJ
			.getStatusBarText().startsWith(position) && ImageJ.getStatusBarText()
				.contains("root"));
		EventQueue.invokeAndWait(() -> canvas.paint(canvas.getGraphics()));
		robot.waitForIdle();
		final Color color = robot.getPixelColor(screenX, screenY);
		seen.add("(" + x + ", " + y + ", " + z + ") " + color.getRed() + " " + color
			.getGreen() + " " + color.getBlue() + " | " + ImageJ.getStatusBarText());
	}

	private void await(final String what, final BooleanSupplier isThere) {
		final long end = System.nanoTime() + PATIENCE_NANOS;
		while (!isThere.getAsBoolean()) {
			if (System.nanoTime() > end) throw new AssertionError("Expected " + what +
				" but the status bar says \"" + ImageJ.getStatusBarText() + "\".");
			robot.waitForIdle();
			robot.delay(20);
		}
	}
}
