// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.tools.boundingbox.BoxSelectionOptions;
import bdv.tools.boundingbox.TransformedBoxSelectionDialog;
import bdv.tools.brightness.ConverterSetup;
import bdv.viewer.ConverterSetups;
import bdv.viewer.ViewerPanel;

import java.awt.Window;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import javax.swing.SwingUtilities;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.volume.Volume;

/**
 * Lets the user draw the box of a cutout, in voxels of the client: corners are
 * dragged in the viewer, numbers typed in its dialog. The viewer goes on
 * meanwhile.
 */
final class BoxTool extends TransformedBoxSelectionDialog {

	private static final long serialVersionUID = 1L;

	private static final String TITLE = "Cut out this box";

	private final transient Consumer<Region> onBox;
	private final Resolution nm;

	private BoxTool(final BrowseWindow window, final Resolution nm,
		final Interval all, final Consumer<Region> onBox)
	{
		super(window.handle().getViewerPanel(), window.handle()
			.getConverterSetups(), unusedSetup(window), window.handle()
				.getKeymapManager().getForwardSelectedKeymap().getConfig(), window
					.handle().getTriggerbindings(), NmTransform.of(nm, Long3.ZERO),
			within(all, onScreen(window.handle().getViewerPanel(), nm)), all,
			BoxSelectionOptions.options().title(TITLE));
		this.nm = nm;
		this.onBox = onBox;
		setName(TITLE);
	}

	/**
	 * Opens the dialog, or brings the one that is open to the front. In the event
	 * thread.
	 *
	 * @param onBox told the box there, once the user is content with it
	 */
	static void open(final BrowseWindow window, final ImageryClient client,
		final Consumer<Region> onBox)
	{
		final Window frame = SwingUtilities.getWindowAncestor(window.handle()
			.getViewerPanel());
		final Optional<Window> isOpen = Arrays.stream(frame.getOwnedWindows())
			.filter(w -> w instanceof BoxTool && w.isVisible()).findFirst();
		isOpen.ifPresentOrElse(Window::toFront, () -> new BoxTool(window, client
			.resolution(), interval(all(client)), onBox).setVisible(true));
	}

	/** Called by the buttons of the dialog, and when it is closed. */
	@Override
	protected void createResult(final boolean isOk) {
		super.createResult(isOk);
		if (isOk) onBox.accept(region(result.getInterval(), nm));
		// Not before it was hidden: that takes the box out of the viewer.
		SwingUtilities.invokeLater(this::dispose);
	}

	private static int unusedSetup(final BrowseWindow window) {
		final ConverterSetups setups = window.handle().getConverterSetups();
		return 1 + window.handle().getViewerPanel().state().getSources().stream()
			.map(setups::getConverterSetup).filter(Objects::nonNull).mapToInt(
				ConverterSetup::getSetupId).max().orElse(0);
	}

	/** What of a box lies in a volume; all of that, if nothing. */
	static Interval within(final Interval all, final Interval box) {
		final Interval part = Intervals.intersect(all, box);
		return Intervals.isEmpty(part) ? all : part;
	}

	/** Both corners of an interval belong to it; of a region only the lower. */
	static Region region(final Interval voxels, final Resolution nm) {
		return Region.bounds(new double[] { voxels.min(0), voxels.min(1), voxels
			.min(2) }, new double[] { voxels.max(0) + 1, voxels.max(1) + 1, voxels
				.max(2) + 1 }).at(nm);
	}

	/** The middle half of what is seen, one voxel deep. */
	private static Interval onScreen(final ViewerPanel viewer,
		final Resolution nm)
	{
		final int w = viewer.getDisplayComponent().getWidth();
		final int h = viewer.getDisplayComponent().getHeight();
		final double[] a = { w / 4.0, h / 4.0, 0 };
		final double[] b = { w * 3 / 4.0, h * 3 / 4.0, 0 };
		viewer.displayToGlobalCoordinates(a);
		viewer.displayToGlobalCoordinates(b);
		final long[] min = new long[3];
		final long[] max = new long[3];
		for (int d = 0; d < 3; d++) {
			min[d] = (long) Math.floor(Math.min(a[d], b[d]) / nm.get(d));
			max[d] = (long) Math.floor(Math.max(a[d], b[d]) / nm.get(d));
		}
		return new FinalInterval(min, max);
	}

	/** The client's volume, in voxels of the client. */
	private static VoxelBox all(final ImageryClient client) {
		final Volume<?> volume = client.imageVolume().or(client::segmentationVolume)
			.orElseThrow();
		final Resolution from = volume.resolution(0);
		final Resolution to = client.resolution();
		final long[] min = new long[3];
		final long[] max = new long[3];
		for (int d = 0; d < 3; d++) {
			min[d] = (long) Math.floor(volume.bounds(0).min().get(d) * from.get(d) /
				to.get(d));
			max[d] = (long) Math.ceil(volume.bounds(0).max().get(d) * from.get(d) / to
				.get(d));
		}
		return new VoxelBox(Long3.of(min), Long3.of(max));
	}

	private static Interval interval(final VoxelBox box) {
		return new FinalInterval(box.min().toArray(), new long[] { box.max().x() -
			1, box.max().y() - 1, box.max().z() - 1 });
	}
}
