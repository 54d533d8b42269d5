// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.legacy;

import ij.ImagePlus;
import ij.WindowManager;

import java.awt.Frame;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.scijava.Context;
import org.scijava.log.LogService;

/**
 * What came of a command, as lines that are the same for the same: images,
 * other windows, files, the clipboard, and what was logged.
 */
final class Outcome {

	/** Windows that are there before any command. */
	private static final Set<String> OF_FIJI = Set.of("ImageJ", "Recorder",
		"Console", "Log");

	private final Path files;
	private final List<String> logged = new CopyOnWriteArrayList<>();

	/** @param files the folder that commands save to */
	Outcome(final Context context, final Path files) {
		this.files = files;
		context.service(LogService.class).addLogListener(message -> logged.add(
			message.text()));
	}

	/** Closes and deletes what is there. */
	void forget() throws IOException {
		for (final ImagePlus image : images()) {
			image.changes = false;
			image.close();
		}
		SwingDialogs.onEventThread(() -> windows().toList().forEach(window -> window
			.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING))));
		for (final Path file : saved())
			Files.delete(file);
		Toolkit.getDefaultToolkit().getSystemClipboard().setContents(
			new StringSelection(""), null);
		logged.clear();
	}

	/**
	 * All that is there now, by its kind, in an order that is always the same.
	 */
	List<String> lines() throws IOException, UnsupportedFlavorException {
		final List<String> lines = new ArrayList<>();
		for (final ImagePlus image : images())
			lines.add("image " + image.getTitle() + " of " + Arrays.toString(image
				.getDimensions()) + ", samples " + samples(image) + ", overlay of " +
				(image.getOverlay() == null ? 0 : image.getOverlay().size()));
		windows().map(window -> "window " + window.getTitle()).sorted().forEach(
			lines::add);
		for (final Path file : saved())
			lines.add("file " + file.getFileName() + " " + content(file));
		lines.add("clipboard " + clipboard());
		logged.stream().map(text -> "log " + withoutTimes(text)).forEach(
			lines::add);
		return lines;
	}

	private static Object clipboard() throws IOException,
		UnsupportedFlavorException
	{
		final Clipboard clipboard = Toolkit.getDefaultToolkit()
			.getSystemClipboard();
		return clipboard.isDataFlavorAvailable(DataFlavor.stringFlavor) ? clipboard
			.getData(DataFlavor.stringFlavor) : "";
	}

	private static List<ImagePlus> images() {
		return Arrays.stream(WindowManager.getIDList() == null ? new int[0]
			: WindowManager.getIDList()).mapToObj(WindowManager::getImage).toList();
	}

	private static Stream<Frame> windows() {
		return Arrays.stream(Frame.getFrames()).filter(Frame::isShowing).filter(
			frame -> !OF_FIJI.contains(frame.getTitle()) && WindowManager.getImage(
				frame.getTitle()) == null);
	}

	private List<Path> saved() throws IOException {
		try (Stream<Path> all = Files.list(files)) {
			return all.sorted().toList();
		}
	}

	private static String content(final Path file) throws IOException {
		return file.toString().endsWith(".json") ? withoutTimes(Files.readString(
			file)) : "of hash " + Arrays.hashCode(Files.readAllBytes(file));
	}

	private static int samples(final ImagePlus image) {
		return IntStream.rangeClosed(1, image.getStackSize()).map(slice -> {
			final Object pixels = image.getStack().getPixels(slice);
			return pixels instanceof byte[] b ? Arrays.hashCode(b)
				: pixels instanceof short[] s ? Arrays.hashCode(s)
					: pixels instanceof int[] rgb ? Arrays.hashCode(rgb) : Arrays
						.hashCode((float[]) pixels);
		}).reduce(1, (all, one) -> 31 * all + one);
	}

	/** Of two runs one is later, and not as fast. */
	private static String withoutTimes(final String text) {
		return text.replaceAll("\\(\\d+\\.\\d+ s\\)", "(… s)").replaceAll(
			"\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z?", "…")
			.replaceAll("\\b\\d+(\\.\\d+)? (ms|s|MB/s)\\b", "… $2");
	}
}
