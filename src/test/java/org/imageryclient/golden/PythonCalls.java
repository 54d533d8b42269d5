// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

import org.imageryclient.volume.ReadSession;

/**
 * The Java side of every method that a case may call: one table. A method that
 * is not in it, and an argument that its mapping does not ask for, is a
 * {@link CaseProblem}.
 */
final class PythonCalls implements GoldenCalls {

	/** One method: keyword arguments in, result out. */
	@FunctionalInterface
	interface Mapping {

		/**
		 * @param folder empty; where relative file names begin
		 */
		CallResult call(GoldenClient client, PythonArguments args, Path folder)
			throws IOException;
	}

	private static final Map<String, Mapping> METHODS = Map.ofEntries( //
		Map.entry("bounds_from_center", PlainCalls::boundsFromCenter), //
		Map.entry("zoom_index", PlainCalls::zoomIndex), //
		Map.entry("construct", PlainCalls::construct), //
		Map.entry("resolution", PlainCalls::resolution), //
		Map.entry("image_bbox_size_from_dimensions", PlainCalls::imageSizeInFrame), //
		Map.entry("segmentation_bbox_size_from_dimensions",
			PlainCalls::segmentationSizeInFrame), //
		Map.entry("image_cutout", CutoutCalls::image), //
		Map.entry("segmentation_cutout", CutoutCalls::segmentation), //
		Map.entry("split_segmentation_cutout", CutoutCalls::masks), //
		Map.entry("image_and_segmentation_cutout", CutoutCalls::pair), //
		Map.entry("attributes", CaveCalls::attributes), //
		Map.entry("info.get_datastacks", CaveCalls::datastacks), //
		Map.entry("chunkedgraph.get_roots", CaveCalls::roots), //
		Map.entry("chunkedgraph.is_latest_roots", CaveCalls::areLatest), //
		Map.entry("chunkedgraph.get_leaves", CaveCalls::leaves), //
		Map.entry("chunkedgraph.get_latest_roots", CaveCalls::latest), //
		Map.entry("chunkedgraph.get_past_ids", CaveCalls::pastIds), //
		Map.entry("chunkedgraph.get_oldest_timestamp", CaveCalls::oldest), //
		Map.entry("chunkedgraph.base_resolution", CaveCalls::baseResolution), //
		Map.entry("discrete_colors", OverlayCalls::colors), //
		Map.entry("composite_overlay", OverlayCalls::composite), //
		Map.entry("save_imagery", SaveCalls::imagery), //
		Map.entry("save_segmentation_masks", SaveCalls::masks), //
		Map.entry("save_image_and_segmentation_masks", SaveCalls::both));

	private final Supplier<ReadSession> sessions;

	/**
	 * @param sessions makes one session per client, closed with it
	 */
	PythonCalls(final Supplier<ReadSession> sessions) {
		this.sessions = sessions;
	}

	/**
	 * @throws CaseProblem if the call cannot be mapped
	 */
	@Override
	public CallResult call(final GoldenCase golden, final Placeholders places,
		final Path folder) throws IOException
	{
		final Mapping mapping = METHODS.get(golden.method());
		if (mapping == null) throw new CaseProblem("The runner knows no method " +
			golden.method() + ".");
		final PythonArguments args = new PythonArguments(golden.method(), places
			.fill(golden.args()));
		final PythonArguments clientArgs = new PythonArguments("ImageryClient",
			places.fill(golden.client()));
		try (GoldenClient client = new GoldenClient(sessions, clientArgs)) {
			final CallResult result = mapping.call(client, args, folder);
			args.requireAllUsed();
			client.requireAllUsed();
			return result;
		}
	}
}
