// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import com.carrotsearch.hppc.LongLongHashMap;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.imageryclient.Canceled;
import org.imageryclient.CutoutException;
import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.graphene.ChunkedGraphClient;
import org.imageryclient.graphene.Lineage;
import org.imageryclient.graphene.RootLookup;
import org.imageryclient.graphene.RootTable;

/**
 * The proofread graph over the supervoxels of a volume: which root each
 * belonged to at a given time. Requests run on the session's pool and end when
 * canceled.
 */
public final class Agglomeration {

	private static final System.Logger LOG = System.getLogger(Agglomeration.class
		.getName());

	/** Enough that one of them has a root if the graph knows any. */
	private static final int SAMPLE = 1000;

	/** Gentle to a server that others use too. */
	private static final int REQUESTS_AT_ONCE = 4;

	private final ReadSession session;
	private final RootLookup lookup;

	Agglomeration(final ReadSession session, final RootLookup lookup) {
		this.session = session;
		this.lookup = lookup;
	}

	/** The graph itself, for questions that are not about a cutout. */
	public ChunkedGraphClient graph() {
		return lookup.graph();
	}

	/** Whether an id is one of a root. No I/O. */
	public boolean isRoot(final long id) {
		return lookup.layout().isRoot(id);
	}

	/** The most requests that looking up so many ids can take. */
	public long mostRequests(final long distinctIds) {
		return lookup.mostRequests(distinctIds);
	}

	/**
	 * The roots of supervoxels at a time. One POST for each 250,000 distinct ids
	 * whose answers are not known from before; one more, of a few ids at present,
	 * if ids came back as they are.
	 *
	 * @param ids in any order, repeated or not, 0 among them
	 * @throws org.imageryclient.Canceled if {@code progress} says so
	 * @see ChunkedGraphClient what else is thrown
	 */
	public RootTable rootsOf(final long[] ids, final Timestamp time,
		final Progress progress)
	{
		final RootLookup.Question question = lookup.ask(ids, time);
		run(question.requests(), "Looking up roots at " + time, progress);
		final RootTable found = question.answer();
		return found.unchanged() > 0 && haveRootsNow(question.unchanged(SAMPLE),
			progress) ? found.ofATimeBeforeTheGraph() : found;
	}

	/**
	 * Ids come back as they are for two reasons, which the present tells apart.
	 */
	private boolean haveRootsNow(final long[] ids, final Progress progress) {
		final AtomicBoolean any = new AtomicBoolean();
		run(List.of(() -> any.set(Arrays.stream(graph().roots(ids, Optional.empty(),
			OptionalInt.empty())).anyMatch(lookup.layout()::isRoot))),
			"Asking whether the graph began later", progress);
		return any.get();
	}

	/**
	 * Which supervoxels belong to the given roots, near a box. One request, or
	 * one per root where the server takes no several at once; none for a box
	 * outside the volume.
	 *
	 * @param roots each must be of the layer of roots; where two share
	 *          supervoxels the later wins (ruling 22 of doc/parity.md)
	 * @param bounds in voxels of the first scale
	 * @return supervoxel to root
	 * @throws IllegalArgumentException if an id is no root; names its layer
	 */
	public LongLongHashMap supervoxelsOf(final long[] roots,
		final VoxelBox bounds, final Progress progress)
	{
		checkRoots(roots);
		final LongLongHashMap rootBySupervoxel = new LongLongHashMap();
		if (roots.length == 0 || bounds.isEmpty()) return rootBySupervoxel;
		final Map<Long, long[]> leaves = new TreeMap<>();
		final Optional<VoxelBox> within = bounds.min().min(Long3.ZERO).equals(
			Long3.ZERO) ? Optional.of(bounds) : Optional.empty();
		run(List.of(() -> leaves.putAll(leaves(roots, within))),
			"Asking for the supervoxels of " + roots.length + " roots", progress);
		long shared = 0;
		for (final long root : roots)
			for (final long supervoxel : leaves.getOrDefault(root, new long[0]))
				if (rootBySupervoxel.put(supervoxel, root) != 0) shared++;
		if (shared > 0) LOG.log(System.Logger.Level.INFO, shared +
			" supervoxels belong to more than one of the roots asked for, which are then of different times: the later in the list has them.");
		return rootBySupervoxel;
	}

	/**
	 * The roots that were not current at a time, each with the reason. One POST,
	 * and two requests more if any was not.
	 */
	public Map<Long, NotCurrent> notCurrent(final long[] roots,
		final Timestamp time, final Progress progress)
	{
		final Map<Long, NotCurrent> found = new TreeMap<>(Long::compareUnsigned);
		if (roots.length > 0) run(List.of(() -> found.putAll(explained(old(roots,
			time), time))), "Asking whether " + roots.length + " roots are current",
			progress);
		return found;
	}

	private long[] old(final long[] roots, final Timestamp time) {
		// The server leaves out an edit of that very moment; roots include it.
		final Timestamp after = new Timestamp(time.instant().plus(Duration.ofMillis(
			1)));
		final boolean[] latest = graph().areLatestRoots(roots, Optional.of(after));
		return IntStream.range(0, roots.length).filter(i -> !latest[i]).mapToLong(
			i -> roots[i]).toArray();
	}

	/** That roots are not current is sure, also where a server tells no more. */
	private Map<Long, NotCurrent> explained(final long[] old,
		final Timestamp time)
	{
		final Map<Long, NotCurrent> reasons = new HashMap<>();
		for (final long root : old)
			reasons.put(root, NotCurrent.UNTOLD);
		if (old.length == 0) return reasons;
		try {
			// Of the lineage of an unknown root a server tells nothing at all.
			final long[] known = graph().knownRoots(old);
			reasons.replaceAll((root, untold) -> NotCurrent.UNKNOWN);
			for (final long root : known)
				reasons.put(root, NotCurrent.UNTOLD);
			if (known.length == 0) return reasons;
			final Lineage lineage = graph().lineage(known, Optional.empty(), Optional
				.empty());
			for (final long root : known)
				reasons.put(root, reason(root, lineage, time));
		}
		catch (final Canceled e) {
			throw e;
		}
		catch (final CutoutException e) {
			LOG.log(System.Logger.Level.INFO,
				"What became of roots that are not current can't be told: " + e
					.getMessage());
		}
		return reasons;
	}

	private static NotCurrent reason(final long root, final Lineage lineage,
		final Timestamp time)
	{
		return new NotCurrent(true, lineage.made(root).filter(made -> made
			.compareTo(time) > 0), Arrays.stream(lineage.latest(root)).filter(
				id -> id != root).boxed().toList());
	}

	private Map<Long, long[]> leaves(final long[] roots,
		final Optional<VoxelBox> within)
	{
		if (roots.length == 1) return Map.of(roots[0], graph().leaves(roots[0],
			within, OptionalInt.empty()));
		return graph().leavesMany(roots, within).orElseGet(() -> {
			final Map<Long, long[]> leaves = new TreeMap<>();
			for (final long root : roots)
				leaves.put(root, graph().leaves(root, within, OptionalInt.empty()));
			return leaves;
		});
	}

	private void checkRoots(final long[] roots) {
		for (final long root : roots)
			if (!lookup.layout().isRoot(root)) throw new IllegalArgumentException(
				"Expected root ids, which are of layer " + lookup.layout()
					.layerCount() + " in " + graph().address() + ", but " + Long
						.toUnsignedString(root) + " is of layer " + lookup.layout().layer(
							root) + (lookup.layout().isSupervoxel(root)
								? ", a supervoxel; try looking up its root."
								: "; check the id, and that it is of this segmentation."));
	}

	private void run(final List<Runnable> requests, final String task,
		final Progress progress)
	{
		TaskRun.of(session.pool(), REQUESTS_AT_ONCE, requests.size(), i -> requests
			.get((int) i).run(), task, progress);
	}

	/**
	 * A box of one scale as the voxels of the first scale that it touches, inside
	 * the volume.
	 */
	public static VoxelBox onFirstScale(final Volume<?> volume, final int mip,
		final VoxelBox box)
	{
		final Resolution from = volume.resolution(mip);
		final Resolution to = volume.resolution(0);
		final long[] min = new long[3];
		final long[] max = new long[3];
		for (int d = 0; d < 3; d++) {
			final double factor = from.get(d) / to.get(d);
			min[d] = (long) Math.floor(box.min().get(d) * factor);
			max[d] = (long) Math.ceil(box.max().get(d) * factor);
		}
		return new VoxelBox(Long3.of(min), Long3.of(max)).intersect(volume.bounds(
			0));
	}
}
