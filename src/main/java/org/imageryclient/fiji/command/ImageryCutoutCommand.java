// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.ImagePlus;

import java.io.File;
import java.util.Optional;

import org.imageryclient.Canceled;
import org.imageryclient.CutoutException;
import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.CutoutStatus;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.service.CutoutService;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.task.TaskService;
import org.scijava.widget.FileWidget;

/**
 * Cuts out imagery and segmentation, shows and saves them.
 *
 * <pre>
 * run("Imagery Cutout...",
 * 	"source=gs://b/em segmentation=gs://b/seg center=5319,8677,1201 size=400,400,1");
 * </pre>
 *
 * The names of the parameters are the keys of macros: doc/macro-keys.md lists
 * them, and they stay as they are.
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Imagery Client>Imagery Cutout...")
public class ImageryCutoutCommand extends ContextCommand {

	static final String SHOW_AUTO = "auto";
	static final String SHOW_NONE = "none";

	@Parameter
	private CutoutService cutouts;

	@Parameter
	private TaskService tasks;

	@Parameter
	private StatusService statusBar;

	@Parameter
	private LogService log;

	@Parameter(label = "Imagery", required = false,
		description = "Address of the imagery, such as precomputed://gs://bucket/em, or a folder")
	private String source = "";

	@Parameter(label = "Segmentation", required = false,
		description = "Address of the segmentation; empty for imagery alone")
	private String segmentation = "";

	@Parameter(label = "Centre (x, y, z)", required = false,
		description = "In voxels of the resolution below: 5319, 8677, 1201")
	private String center = "";

	@Parameter(label = "Size (width, height, depth)", required = false,
		description = "In voxels of the resolution below: 400, 400, 1; or in pixels of the mip: 512 x 512 px")
	private String size = "";

	@Parameter(label = "or bounds (two corners)", required = false,
		description = "Instead of centre and size: 5119, 8477, 1201, 5519, 8877, 1202")
	private String bounds = "";

	@Parameter(label = "Resolution (nm per voxel)", required = false,
		description = "Of the numbers above: 8x8x40, image or segmentation; empty for that of the imagery")
	private String resolution = "";

	@Parameter(label = "Mip", required = false,
		description = "Which scale to read: 1, or 1, 0 for imagery and segmentation, or 8x8x40; empty for the finest")
	private String mip = "";

	@Parameter(label = "Roots", required = false,
		description = "Which segments: all, none, raw, or root ids separated by commas")
	private String roots = "all";

	@Parameter(label = "Roots as of (UTC)", required = false, persist = false,
		description = "When roots are looked up in a graphene segmentation: 2024-03-05 12:34:56, seconds since 1970, or now; empty for now")
	private String timestamp = "";

	@Parameter(label = "Fit", required = false, choices = { "auto", "bounds",
		"native" },
		description = "On which grid: one pixel per voxel of the resolution (bounds), the mip's own (native)")
	private String fit = "auto";

	@Parameter(label = "Show", required = false,
		description = "auto, none, or the name of a display: imagej")
	private String show = SHOW_AUTO;

	@Parameter(label = "Save as", required = false, persist = false,
		style = FileWidget.SAVE_STYLE,
		description = "How the names of PNG files begin, or a file fig.tif for a stack; empty to save nothing")
	private File save;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus image;

	private volatile boolean isCanceled;

	@Override
	public void run() {
		try (JobProgress progress = new JobProgress("Imagery Cutout", tasks,
			statusBar, this))
		{
			final Object cutout = fields().read(cutouts, progress);
			sayWhen(cutout);
			warnOfMissing(cutout);
			show(cutout);
			save(cutout, progress);
		}
		catch (final CutoutException | IllegalArgumentException e) {
			fail(e);
		}
	}

	/** Macros and scripts may give null for what they leave out. */
	private CutoutFields fields() {
		return new CutoutFields(text(source), text(segmentation), text(center),
			text(bounds), text(size), text(resolution), text(mip), text(roots), text(
				timestamp), text(fit));
	}

	private void show(final Object cutout) {
		final String display = text(show).trim();
		if (display.equalsIgnoreCase(SHOW_NONE)) return;
		final Object shown = display.isEmpty() || display.equalsIgnoreCase(
			SHOW_AUTO) ? cutouts.show(cutout) : cutouts.show(cutout, display);
		if (shown instanceof ImagePlus imp) image = imp;
	}

	private void save(final Object cutout, final Progress progress) {
		if (save == null || save.getPath().isBlank()) return;
		cutouts.save(cutout, SaveOptions.prefix(save.toPath()).colors(RootColors
			.hashed()), progress);
	}

	/** Roots change with every edit, so a picture of them needs its time. */
	private void sayWhen(final Object cutout) {
		final Optional<Timestamp> time = cutout instanceof PairedCutout pair ? pair
			.segmentation().timestamp() : cutout instanceof SegmentationCutout labels
				? labels.timestamp() : Optional.empty();
		time.ifPresent(t -> log.info("Roots as of " + t));
	}

	/**
	 * Black must never mean "no permission" without a word, nor a look-up of
	 * roots fail in silence.
	 */
	private void warnOfMissing(final Object cutout) {
		final CutoutStatus status = cutout instanceof PairedCutout pair ? pair
			.status() : cutout instanceof SegmentationCutout labels ? labels.status()
				: ((ImageCutout<?>) cutout).status();
		if (!status.isComplete()) log.warn(
			"Parts of the cutout are missing and black: " + status);
		else if (!status.roots().outdated().isEmpty()) log.warn(status.roots());
	}

	@Override
	public boolean isCanceled() {
		return isCanceled;
	}

	/** Called by the user interface while {@link #run} works in its thread. */
	@Override
	public void cancel(final String reason) {
		super.cancel(reason);
		isCanceled = true;
	}

	/**
	 * A macro stops with the message and its line; else SciJava shows it as the
	 * reason of the cancelation. A stack trace is for the log's debug level.
	 */
	private void fail(final RuntimeException e) {
		final String reason = Optional.ofNullable(e.getMessage()).orElse(e
			.toString());
		log.debug(e);
		if (e instanceof Canceled) log.info(reason);
		else log.error(reason);
		final boolean isSaid = RunningMacro.stop(reason) || e instanceof Canceled;
		cancel(isSaid ? "" : reason);
	}

	private static String text(final String value) {
		return value == null ? "" : value;
	}
}
