// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.tools.boundingbox.BoxSelectionOptions;
import bdv.tools.boundingbox.TransformedBoxSelectionDialog;
import bdv.util.BdvFunctions;
import bdv.viewer.ViewerPanel;

import java.util.Optional;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;

import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.volume.Volume;

/** Lets the user draw the box of a cutout, in voxels of the client. */
final class BoxTool {

	private BoxTool() {}

	/**
	 * Waits until the user is done with the dialog: not on the event thread.
	 *
	 * @return nothing if the dialog was canceled
	 */
	static Optional<Region> ask(final BrowseWindow window,
		final ImageryClient client)
	{
		final Resolution nm = client.resolution();
		final TransformedBoxSelectionDialog.Result drawn = BdvFunctions.selectBox(
			window.handle(), NmTransform.of(nm, Long3.ZERO), onScreen(window.handle()
				.getViewerPanel(), nm), interval(all(client)), BoxSelectionOptions
					.options().title("Cut out this box"));
		return drawn.isValid() ? Optional.of(region(drawn.getInterval(), nm))
			: Optional.empty();
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
