// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.util.Map;
import java.util.function.Supplier;

import org.imageryclient.CutoutException;
import org.imageryclient.Progress;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutPlan;
import org.imageryclient.cutout.CutoutText;
import org.imageryclient.fiji.service.CutoutService;
import org.scijava.ItemVisibility;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.widget.Button;

/**
 * A command that begins with a cutout: the inputs that say which, a preview of
 * what that costs, and its reading. The names of the parameters are the keys of
 * macros: doc/macro-keys.md lists them, and they stay as they are.
 */
abstract class CutoutCommand extends JobCommand implements CheckedInputs,
	PresetInputs
{

	/** A cutout of this size is there in seconds and shown without a wait. */
	private static final long FITTING_BYTES = 128L << 20;

	@Parameter
	private CutoutService cutouts;

	@Parameter(label = "Imagery", required = false,
		description = "Address of the imagery, such as precomputed://gs://bucket/em, a folder, or the name of a CAVE datastack")
	private String source = "";

	@Parameter(label = "Segmentation", required = false,
		description = "Address of the segmentation; empty for imagery alone")
	private String segmentation = "";

	@Parameter(label = "Centre x, y, z (voxels)", required = false,
		description = "In voxels of the imagery, as Neuroglancer shows it: 5319, 8677, 1201")
	private String center = "";

	@Parameter(label = "Size x, y, z (voxels)", required = false,
		description = "400, 400, 1 voxels as the centre; or in pixels of the mip: 512 x 512 px")
	private String size = "";

	@Parameter(label = "Mip (0 is the finest)", required = false,
		description = "Which scale to read: 1, or 1, 0 for imagery and segmentation, or 8x8x40; empty for the finest")
	private String mip = "";

	@Parameter(label = "Roots", required = false,
		description = "Which segments: all, none, raw, or root ids separated by commas")
	private String roots = "all";

	@Parameter(label = "What it costs", required = false, persist = false,
		visibility = ItemVisibility.MESSAGE)
	private String plan = Html.block("");

	@Parameter(label = "Preview the plan", required = false,
		callback = "previewPlan",
		description = "Says how many voxels, chunks, megabytes and look-ups of roots this is, before anything is downloaded")
	private Button preview;

	@Parameter(label = "Take the mip that fits", required = false,
		callback = "takeMipThatFits",
		description = "The finest mip at which the cutout takes at most 128 MB of memory")
	private Button fitting;

	@Parameter(label = "Advanced...", required = false, persist = false,
		visibility = ItemVisibility.INVISIBLE,
		description = "Asks for all else in a second dialog")
	private boolean advanced;

	@Parameter(label = "or bounds (two corners)", columns = 30, required = false,
		attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "Instead of centre and size: 5119, 8477, 1201, 5519, 8877, 1202")
	private String bounds = "";

	@Parameter(label = "Coordinates count in (nm per voxel)", required = false,
		attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "8x8x40, image or segmentation; empty for the voxels of the imagery")
	private String resolution = "";

	@Parameter(label = "Roots as of (UTC)", required = false, persist = false,
		attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "When roots are looked up in a graphene segmentation: 2024-03-05 12:34:56, seconds since 1970, or now; empty for now")
	private String timestamp = "";

	@Parameter(label = "Fit", required = false, choices = { "auto", "bounds",
		"native" }, attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "On which grid: one pixel per voxel of the resolution (bounds), the mip's own (native)")
	private String fit = "auto";

	@Parameter(label = "Resample", required = false, choices = { "aligned",
		"imageryclient" }, attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "How another grid is filled: each voxel where it lies (aligned), or as the Python client does")
	private String resample = "aligned";

	@Parameter(label = "Imagery and segmentation on one grid", required = false,
		attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "Bring the coarser of the two to the grid of the other")
	private boolean resize = true;

	@Parameter(label = "Strict", required = false, attrs = @Attr(
		name = InputDialogs.ADVANCED),
		description = "Fail where data is missing, instead of showing and counting zeros")
	private boolean strict;

	private Map<String, Object> presets = Map.of();

	/** The dialog opens with these values, whatever it held last. */
	void preset(final Map<String, Object> inputs) {
		presets = Map.copyOf(inputs);
	}

	@Override
	public Map<String, Object> presets() {
		return presets;
	}

	/**
	 * Reads the cutout, and says what a user has to know of it: a
	 * {@code PairedCutout}, or an {@code ImageCutout} or
	 * {@code SegmentationCutout} where there is but one of the two.
	 */
	Cutout readCutout(final Progress progress) {
		final Cutout cutout = fields().read(cutouts, progress);
		new CutoutLog(log()).tell(cutout);
		return cutout;
	}

	/** What {@link #readCutout} would do. A few GETs. */
	CutoutPlan planCutout() {
		return fields().plan(cutouts);
	}

	/** Whether the fields name a volume. */
	boolean isGiven() {
		return fields().isGiven();
	}

	private CutoutFields fields() {
		return new CutoutFields(text(source), text(segmentation), text(center),
			text(bounds), text(size), text(resolution), text(mip), text(roots), text(
				timestamp), text(fit), text(resample), resize, strict);
	}

	@Override
	public void checkInputs() {
		fields().check();
	}

	@Override
	public void checkAnswers() {
		checkInputs();
		if (isGiven()) planCutout();
	}

	@Override
	public boolean isMoreAskedFor() {
		return advanced;
	}

	/** Called by the button of the dialog. */
	void previewPlan() {
		tellPlan(() -> fields().plan(cutouts));
	}

	/** Called by the button of the dialog. */
	void takeMipThatFits() {
		tellPlan(() -> {
			final CutoutPlan fits = fields().planWithin(cutouts, FITTING_BYTES);
			mip = CutoutText.mips(fits);
			return fits;
		});
	}

	private void tellPlan(final Supplier<CutoutPlan> planning) {
		try {
			plan = Html.block(OffEventThread.get(planning).cost());
		}
		catch (final CutoutException | IllegalArgumentException e) {
			plan = Html.block(e.getMessage());
		}
	}

	CutoutService cutouts() {
		return cutouts;
	}
}
