// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

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

	private static final Duration LATENCY = Duration.ofMillis(300);

	/** A thread that waits in our code for so long waits for a server. */
	private static final long LONG_NANOS = LATENCY.toNanos() / 3;

	/** Between two looks at all threads. */
	private static final long WATCH_MILLIS = 3;

	/** Classes that do what a server is asked for. */
	private static final String ASKING =
		"org\\.imageryclient\\.(http|store|precomputed|graphene)\\..*|.*\\.(LazyScale|ScaleImages|ChunkCache)(\\$.*)?";

	/** All but the tests. */
	private static final String OURS =
		"org\\.imageryclient\\.(?!testing).*(?<!OnScreen|WindowUser)(\\$.*)?";

	/** A neurite of the sample, off the slice that is seen first. */
	private static final long[] VOXEL = { 20512, 12512, 305 };

	private final List<String> seen = new ArrayList<>();
	private final Set<String> waiting = new ConcurrentSkipListSet<>();
	private final FaultServer server;
	private final CutoutService cutouts;
	private final ImageryClient client;
	private final BrowseWindow window;
	private final WindowUser user;

	private BrowseOnScreen(final FaultServer server, final CutoutService cutouts)
		throws Exception
	{
		this.server = server;
		this.cutouts = cutouts;
		watchThreads();
		client = cutouts.open(server.url("em"), server.url("seg"));
		window = (BrowseWindow) cutouts.browse(client);
		user = new WindowUser(window);
	}

	/**
	 * @param args the file to write, and one for the picture
	 */
	public static void main(final String[] args) {
		try (FaultServer server = FaultServer.over(SampleVolume.FOLDER).latency(
			LATENCY); Context context = new Context())
		{
			final BrowseOnScreen program = new BrowseOnScreen(server, context.service(
				CutoutService.class));
			program.firstPicture();
			program.select();
			program.addCutout(new File(args[1]));
			program.seen.add("waiting " + program.waiting);
			Files.write(Path.of(args[0]), program.seen);
			Runtime.getRuntime().halt(0);
		}
		catch (final Throwable e) {
			e.printStackTrace();
			Runtime.getRuntime().halt(1);
		}
	}

	private void firstPicture() {
		user.await("a first picture", this::isDrawn);
		seen.add("rounds em " + rounds("/em/"));
		seen.add("rounds seg " + rounds("/seg/"));
	}

	private void select() {
		window.lookAt(PositionText.nm("20512, 12512, 305", client.resolution()),
			2000, 2000);
		// Chunks of this slice were not on screen yet.
		user.click(KeyEvent.VK_CONTROL);
		user.await("an id on the clipboard", () -> window.selected().length == 1 &&
			Long.toUnsignedString(window.selected()[0]).equals(WindowUser
				.clipboard()));
		final String id = Long.toUnsignedString(client.segmentation(Region.bounds(
			VOXEL[0], VOXEL[1], VOXEL[2], VOXEL[0] + 1, VOXEL[1] + 1, VOXEL[2] + 1),
			RootSelection.all()).ids()[0]);
		user.awaitQuiet(server);
		seen.add("selected " + Long.toUnsignedString(window.selected()[0]) +
			" expected " + id);
	}

	private void addCutout(final File picture) throws Exception {
		final int before = user.viewer().state().getSources().size();
		final Object shown = cutouts.show(client.imageAndSegmentation(Region
			.centered(20512, 12512, 305).size(200, 200, 1), RootSelection.all()),
			"bdv");
		seen.add("cutout in the same window " + (shown == window) + ", sources " +
			(user.viewer().state().getSources().size() - before) + " more");
		user.pause(1000);
		user.capture(picture);
		seen.add("groups " + user.viewer().state().getGroups().stream().map(
			g -> user.viewer().state().getGroupName(g)).filter(name -> List.of("EM",
				"Segmentation", "Cutouts").contains(name)).toList());
	}

	/**
	 * How many requests followed one another at the most, until now: each came
	 * when the one before was answered.
	 */
	private int rounds(final String path) {
		int rounds = 0;
		long answered = 0;
		for (final long arrived : server.requests().stream().filter(r -> r.path()
			.startsWith(path)).mapToLong(LoggedRequest::arrivedNanos).sorted()
			.toArray())
		{
			if (rounds > 0 && arrived < answered) continue;
			rounds++;
			answered = arrived + LATENCY.toNanos();
		}
		return rounds;
	}

	private boolean isDrawn() {
		final BufferedImage image = user.painted();
		int drawn = 0;
		for (int y = 0; y < image.getHeight(); y += 10)
			for (int x = 0; x < image.getWidth(); x += 10)
				if ((image.getRGB(x, y) & 0xffffff) != 0) drawn++;
		return drawn > 500;
	}

	/**
	 * Notes whoever asks a server, or waits for one, in a thread that draws or
	 * handles events.
	 */
	private void watchThreads() {
		final Map<Thread, Long> since = new HashMap<>();
		final Thread watcher = new Thread(() -> {
			while (true) {
				Thread.getAllStackTraces().forEach((thread, stack) -> {
					if (thread.getName().matches("(Fetcher|imagery-|HttpClient).*|main"))
						return;
					for (final StackTraceElement frame : stack)
						if (frame.getClassName().matches(ASKING)) waiting.add(thread
							.getName() + " in " + frame);
					final Optional<StackTraceElement> ours = Arrays.stream(stack).filter(
						frame -> frame.getClassName().matches(OURS)).findFirst();
					if (ours.isEmpty() || thread.getState() == Thread.State.RUNNABLE)
						since.remove(thread);
					else if (System.nanoTime() - since.computeIfAbsent(thread, t -> System
						.nanoTime()) > LONG_NANOS) waiting.add(thread.getName() +
							" waits in " + ours.get());
				});
				sleep();
			}
		}, "watcher");
		watcher.setDaemon(true);
		watcher.start();
	}

	private static void sleep() {
		try {
			Thread.sleep(WATCH_MILLIS);
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
