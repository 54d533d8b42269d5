// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.viewer.ViewerPanel;

import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;

import net.imglib2.realtransform.AffineTransform3D;

import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.LoggedRequest;
import org.imageryclient.testing.SampleVolume;
import org.scijava.Context;

/**
 * A program: the sample, served with 300 ms of latency, in a real window of
 * BigDataViewer with a real mouse. Writes what was seen, a line each, and a
 * picture of the window.
 */
final class BrowseOnScreen {

	private static final long PATIENCE_NANOS = 60_000_000_000L;
	private static final Duration LATENCY = Duration.ofMillis(300);

	/** Requests for chunks that are under way at one time. */
	private static final int FETCHERS = 8;

	/** A neurite of the sample. */
	private static final long[] VOXEL = { 20512, 12512, 310 };

	private final Robot robot = new Robot();
	private final List<String> seen = new ArrayList<>();
	private final Set<String> waiting = new ConcurrentSkipListSet<>();

	private BrowseOnScreen() throws Exception {}

	/**
	 * @param args the file to write, and one for the picture
	 */
	public static void main(final String[] args) throws Exception {
		final BrowseOnScreen program = new BrowseOnScreen();
		try (FaultServer server = FaultServer.over(SampleVolume.FOLDER).latency(
			LATENCY); Context context = new Context())
		{
			program.watchThreads();
			program.browse(server, context.service(CutoutService.class), Path.of(
				args[1]));
		}
		Files.write(Path.of(args[0]), program.seen);
		Runtime.getRuntime().halt(0);
	}

	private void browse(final FaultServer server, final CutoutService cutouts,
		final Path picture) throws Exception
	{
		final ImageryClient client = cutouts.open(server.url("em"), server.url(
			"seg"));
		final BrowseWindow window = (BrowseWindow) cutouts.browse(client);
		final ViewerPanel viewer = window.handle().getViewerPanel();
		await("a first picture", () -> isDrawn(viewer));
		seen.add("rounds em " + rounds(server, "/em/"));
		seen.add("rounds seg " + rounds(server, "/seg/"));

		window.lookAt(PositionText.nm("20512, 12512, 310", client.resolution()),
			2000, 2000);
		await("all chunks", () -> isQuiet(server));
		robot.delay(500);
		final long id = client.segmentation(Region.bounds(VOXEL[0], VOXEL[1],
			VOXEL[2], VOXEL[0] + 1, VOXEL[1] + 1, VOXEL[2] + 1), RootSelection.all())
			.ids()[0];
		click(viewer);
		await("the id on the clipboard", () -> Long.toUnsignedString(id).equals(
			clipboard()));
		seen.add("selected " + Long.toUnsignedString(window.selected()[0]) +
			" expected " + Long.toUnsignedString(id));

		final int before = viewer.state().getSources().size();
		final Object shown = cutouts.show(client.imageAndSegmentation(Region
			.centered(20512, 12512, 310).size(200, 200, 1), RootSelection.all()),
			"bdv");
		seen.add("cutout in the same window " + (shown == window) + ", sources " +
			(viewer.state().getSources().size() - before) + " more");
		robot.delay(1000);
		capture(SwingUtilities.getWindowAncestor(viewer), picture);
		seen.add("groups " + viewer.state().getGroups().stream().map(g -> viewer
			.state().getGroupName(g)).filter(name -> List.of("EM", "Segmentation",
				"Cutouts").contains(name)).toList());
		seen.add("waiting " + waiting);
	}

	/**
	 * How many requests followed one another at the most, until now: the
	 * description comes before any chunk, and chunks come eight at a time.
	 */
	private static int rounds(final FaultServer server, final String path) {
		final List<String> paths = server.requests().stream().map(
			LoggedRequest::path).filter(p -> p.startsWith(path)).toList();
		final int descriptions = (int) paths.stream().filter(p -> p.endsWith(
			"/info")).count();
		return descriptions + (paths.size() - descriptions + FETCHERS - 1) /
			FETCHERS;
	}

	private static boolean isDrawn(final ViewerPanel viewer) {
		final BufferedImage image = painted(viewer);
		int drawn = 0;
		for (int y = 0; y < image.getHeight(); y += 10)
			for (int x = 0; x < image.getWidth(); x += 10)
				if ((image.getRGB(x, y) & 0xffffff) != 0) drawn++;
		return drawn > 500;
	}

	private static BufferedImage painted(final ViewerPanel viewer) {
		final BufferedImage image = new BufferedImage(viewer.getDisplay()
			.getWidth(), viewer.getDisplay().getHeight(), BufferedImage.TYPE_INT_RGB);
		try {
			EventQueue.invokeAndWait(() -> viewer.getDisplay().paint(image
				.getGraphics()));
		}
		catch (final ReflectiveOperationException | InterruptedException e) {
			throw new IllegalStateException(e);
		}
		return image;
	}

	private int lastCount = -1;

	private boolean isQuiet(final FaultServer server) {
		final int count = server.requests().size();
		final boolean isQuiet = count == lastCount;
		lastCount = count;
		robot.delay(700);
		return isQuiet;
	}

	private void click(final ViewerPanel viewer) {
		final Point corner = viewer.getDisplay().getLocationOnScreen();
		robot.mouseMove(corner.x + viewer.getDisplay().getWidth() / 2, corner.y +
			viewer.getDisplay().getHeight() / 2);
		robot.waitForIdle();
		robot.keyPress(KeyEvent.VK_CONTROL);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.keyRelease(KeyEvent.VK_CONTROL);
		robot.waitForIdle();
	}

	private static String clipboard() {
		try {
			return (String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(
				DataFlavor.stringFlavor);
		}
		catch (final Exception nothingThere) {
			return "";
		}
	}

	private void capture(final Window window, final Path file) throws Exception {
		final Rectangle place = window.getBounds();
		ImageIO.write(robot.createScreenCapture(place), "png", file.toFile());
	}

	/**
	 * Notes whoever asks a server, or waits for one, in a thread that draws or
	 * handles events.
	 */
	private void watchThreads() {
		final Thread watcher = new Thread(() -> {
			while (true) {
				Thread.getAllStackTraces().forEach((thread, stack) -> {
					final String name = thread.getName();
					if (name.startsWith("Fetcher") || name.startsWith("imagery-") || name
						.startsWith("HttpClient") || name.equals("main")) return;
					for (final StackTraceElement frame : stack)
						if (frame.getClassName().matches(
							"org\\.imageryclient\\.(http|store|precomputed|graphene)\\..*|.*\\.(LazyScale|ScaleImages|ChunkCache)(\\$.*)?"))
							waiting.add(name + " in " + frame);
				});
				robot.delay(3);
			}
		}, "watcher");
		watcher.setDaemon(true);
		watcher.start();
	}

	private void await(final String what, final BooleanSupplier isThere) {
		final long end = System.nanoTime() + PATIENCE_NANOS;
		while (!isThere.getAsBoolean()) {
			if (System.nanoTime() > end) throw new AssertionError("Expected " + what +
				" but it did not come; seen: " + seen);
			robot.delay(20);
		}
	}
}
