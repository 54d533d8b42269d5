// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import ij.ImagePlus;
import ij.WindowManager;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.swing.JFrame;
import javax.swing.JSlider;
import javax.swing.JSpinner;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;

import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.SampleVolume;
import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;

/**
 * A program: the sample in a real window of BigDataViewer, a box drawn in it,
 * and the cutout of that as ImageJ's window shows it. Writes what was seen.
 */
final class BoxOnScreen {

	private static final String VOXEL = "20512, 12512, 310";

	private final List<String> seen = new ArrayList<>();
	private final List<String> statuses = new CopyOnWriteArrayList<>();
	private final BrowseWindow window;
	private final WindowUser user;
	private final ImageryClient client;

	private BoxOnScreen(final Context context) throws Exception {
		final CutoutService cutouts = context.service(CutoutService.class);
		context.service(EventService.class).subscribe(this);
		client = cutouts.open(SampleVolume.em(), SampleVolume.seg());
		window = (BrowseWindow) cutouts.browse(client);
		user = new WindowUser(window);
	}

	/** Called by SciJava with what the status bar says. */
	@EventHandler
	private void onStatus(final StatusEvent event) {
		statuses.add(String.valueOf(event.getStatusMessage()));
	}

	/**
	 * @param args the file to write
	 */
	public static void main(final String[] args) {
		try (Context context = new Context()) {
			final BoxOnScreen program = new BoxOnScreen(context);
			program.draw();
			Files.write(Path.of(args[0]), program.seen);
			Runtime.getRuntime().halt(0);
		}
		catch (final Throwable e) {
			e.printStackTrace();
			Runtime.getRuntime().halt(1);
		}
	}

	private void draw() {
		user.await("the card", () -> WindowUser.all(user.frame(), JSlider.class)
			.size() >= 3);
		user.pause(500);
		window.lookAt(PositionText.nm(VOXEL, window.voxels()), 1500, 1500);
		seen.add("title " + ((JFrame) user.frame()).getTitle());
		cancel();
		cutOut();
	}

	private void cancel() {
		final int sources = user.viewer().state().getSources().size();
		final BoxTool dialog = dialog();
		user.press(dialog, "Cancel");
		user.await("no box", () -> user.viewer().state().getSources()
			.size() == sources);
		seen.add("after cancel: dialogs " + WindowUser.windows(BoxTool.class)
			.count() + ", images " + WindowManager.getImageCount());
	}

	private void cutOut() {
		final BoxTool dialog = dialog();
		seen.add("first box " + Arrays.toString(box(dialog)));
		user.click(KeyEvent.VK_CONTROL);
		user.await("a root, beside the dialog", () -> window
			.selected().length == 1);
		final String id = Long.toUnsignedString(window.selected()[0]);
		user.await("the id in the status bar", () -> statuses.stream().anyMatch(
			text -> text.contains(id)));
		dragCorner(dialog);
		set(dialog, 4, 309);
		set(dialog, 5, 311);
		user.press("Other colours");
		final long[] box = box(dialog);
		user.press(dialog, "OK");
		user.await("the cutout", () -> WindowManager.getImageCount() == 1);
		seen.add("colours of the window " + colorScheme().contains(Integer
			.toUnsignedString(window.style().seed()) + "\""));
		compare(WindowManager.getImage(WindowManager.getIDList()[0]), box);
	}

	/** Of the image, as its manifest has it. */
	private static String colorScheme() {
		final String info = WindowManager.getImage(WindowManager.getIDList()[0])
			.getInfoProperty();
		final int scheme = info.indexOf("\"scheme\"");
		return info.substring(scheme, info.indexOf(',', scheme));
	}

	private BoxTool dialog() {
		user.press("Cut out this box...");
		user.await("the dialog", () -> WindowUser.windows(BoxTool.class)
			.count() == 1);
		final BoxTool dialog = WindowUser.windows(BoxTool.class).findFirst()
			.orElseThrow();
		// Beside the picture, whose middle is clicked at.
		WindowUser.inEventThread(() -> {
			dialog.setLocation(user.frame().getX() + user.viewer().getWidth(), user
				.frame().getY() + 300);
			return dialog;
		});
		user.pause(500);
		return dialog;
	}

	/** With the mouse, the corner that is left and above. */
	private void dragCorner(final BoxTool dialog) {
		final long[] before = box(dialog);
		final double[] corner = { before[0] * 4.6, before[2] * 4.6, 310.5 * 45 };
		user.viewer().state().getViewerTransform().apply(corner, corner);
		user.pointAt((int) Math.round(corner[0]), (int) Math.round(corner[1]));
		user.drag(60, 40);
		user.await("another box", () -> box(dialog)[0] > before[0] && box(
			dialog)[2] > before[2]);
		final long[] after = box(dialog);
		seen.add("dragged: other corner stays " + (after[1] == before[1] &&
			after[3] == before[3]));
	}

	/** As the dialog shows it: x min, x max, y min... */
	private static long[] box(final BoxTool dialog) {
		return WindowUser.inEventThread(() -> WindowUser.all(dialog, JSpinner.class)
			.stream().mapToLong(s -> ((Number) s.getValue()).longValue()).toArray());
	}

	private static void set(final BoxTool dialog, final int spinner,
		final int value)
	{
		WindowUser.inEventThread(() -> {
			WindowUser.all(dialog, JSpinner.class).get(spinner).setValue(value);
			return value;
		});
	}

	/** Voxel by voxel with what the client reads of the box that was shown. */
	private void compare(final ImagePlus image, final long[] box) {
		final ImageCutout<?> expected = client.image(Region.bounds(box[0], box[2],
			box[4], box[1] + 1, box[3] + 1, box[5] + 1));
		seen.add("size " + image.getWidth() + " " + image.getHeight() + " " + image
			.getNSlices() + " expected " + (box[1] - box[0] + 1) + " " + (box[3] -
				box[2] + 1) + " " + (box[5] - box[4] + 1));
		final RandomAccess<?> voxels = expected.pixels().randomAccess();
		long differing = 0;
		for (int z = 0; z < image.getNSlices(); z++)
			for (int y = 0; y < image.getHeight(); y++)
				for (int x = 0; x < image.getWidth(); x++)
					if (image.getStack().getProcessor(1 + z).getf(x,
						y) != ((RealType<?>) voxels.setPositionAndGet(x, y, z, 0))
							.getRealFloat()) differing++;
		seen.add("differing voxels " + differing);
	}
}
