// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import com.carrotsearch.hppc.LongLongHashMap;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.Progress;
import org.imageryclient.SourceNotFound;
import org.imageryclient.Timestamp;
import org.imageryclient.graphene.RootTable;
import org.imageryclient.volume.Agglomeration;
import org.imageryclient.volume.Volume;

/**
 * Makes the table of ids that a cutout shows from the table of those that the
 * volume stores.
 *
 * @param volume the segmentation; nothing where it is off
 * @param plan of the cutout, with a segmentation
 * @param clock whose present counts as now
 */
record RootResolver(Optional<Volume<?>> volume, CutoutPlan plan, Clock clock) {

	private static final System.Logger LOG = System.getLogger(RootResolver.class
		.getName());

	/**
	 * What is shown, and how it came about.
	 *
	 * @param table one id per stored id
	 * @param time at which roots were looked up; nothing where none were
	 */
	record Shown(long[] table, Optional<Timestamp> time, RootStatus status) {}

	/**
	 * The table of a new cutout. A list of roots shows each as the object that it
	 * names, whatever the time: a root stands for a fixed set of supervoxels.
	 */
	Shown resolve(final long[] stored, final Timestamp time,
		final Progress progress)
	{
		if (!side().looksUpRoots()) return new Shown(roots().applyTo(stored), Optional
			.empty(), RootStatus.NOTHING);
		return roots().isListed() ? listed(stored, time, progress) : all(stored, time,
			progress);
	}

	/**
	 * The table at another time. Of a list of roots those are shown that exist
	 * then.
	 *
	 * @throws IllegalArgumentException if the stored ids have no roots, or if the
	 *           time lies in the future
	 */
	Shown at(final long[] stored, final Timestamp time, final Progress progress) {
		if (volume.flatMap(Volume::agglomeration).isEmpty())
			throw new IllegalArgumentException(
				"Expected a segmentation whose roots change with time but " + side()
					.source() +
					" is a flat one: its ids stay as they are; try a graphene:// source.");
		final Shown all = all(stored, time.notInFuture(clock), progress);
		return new Shown(roots().applyTo(all.table()), all.time(), all.status());
	}

	private Shown all(final long[] stored, final Timestamp time,
		final Progress progress)
	{
		final RootTable found = agglomeration().rootsOf(stored, time, progress);
		final RootStatus status = new RootStatus(found.unknown(), found.unchanged(),
			found.wrongLayer(), found.beforeGraph(), Map.of());
		judge(status, time);
		return new Shown(found.roots(), Optional.of(time), status);
	}

	private Shown listed(final long[] stored, final Timestamp time,
		final Progress progress)
	{
		final LongLongHashMap rootOf = agglomeration().supervoxelsOf(roots().ids(),
			Agglomeration.onFirstScale(volume.orElseThrow(), side().mip(), side().readBox()),
			progress);
		final RootStatus status = new RootStatus(0, 0, 0, 0, agglomeration().notCurrent(
			roots().ids(), time, progress));
		judge(status, time);
		return new Shown(Arrays.stream(stored).map(id -> rootOf.getOrDefault(id, 0))
			.toArray(), Optional.of(time), status);
	}

	private void judge(final RootStatus status, final Timestamp time) {
		final String message = "At " + time + " in " + side().source() + ": " +
			status;
		if (plan.request().strict() && status.failed() > 0) throw new SourceNotFound(
			"Expected a root for every supervoxel. " + message +
				"; try another time, or strict = false to have zeros there.");
		if (status.failed() > 0) LOG.log(System.Logger.Level.WARNING, message +
			". They are zeros in the cutout.");
		else if (!status.notCurrent().isEmpty()) LOG.log(System.Logger.Level.WARNING,
			message);
	}

	private SidePlan side() {
		return plan.segmentation().orElseThrow();
	}

	/** Which are shown. */
	RootSelection roots() {
		return plan.request().roots();
	}

	private Agglomeration agglomeration() {
		return volume.flatMap(Volume::agglomeration).orElseThrow();
	}
}
