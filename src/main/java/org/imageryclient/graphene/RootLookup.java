// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import com.carrotsearch.hppc.LongArrayList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.imageryclient.Timestamp;

/**
 * Which root each supervoxel belongs to at a given moment: asks a server in
 * sorted batches, each id once, and remembers the answers.
 *
 * <pre>
 * RootLookup.Question question = lookup.ask(ids, time); // no I/O yet
 * question.requests().forEach(Runnable::run); // or on a pool, all at once
 * long[] roots = question.answer().roots();
 * </pre>
 *
 * Shared between threads.
 */
public final class RootLookup {

	/** What cloud-volume sends with one request: 2 MB. */
	public static final int BATCH = 250_000;

	private static final long CACHED_ANSWERS = 4_000_000;

	private final ChunkedGraphClient graph;
	private final SegmentLayout layout;
	private final int batch;
	private final RootCache cache = new RootCache(CACHED_ANSWERS);

	public RootLookup(final ChunkedGraphClient graph,
		final SegmentLayout layout)
	{
		this(graph, layout, BATCH);
	}

	/**
	 * @param batch the most ids in one request, at least 1
	 */
	public RootLookup(final ChunkedGraphClient graph, final SegmentLayout layout,
		final int batch)
	{
		if (batch < 1) throw new IllegalArgumentException(
			"Expected a batch of at least 1 id but got " + batch + ".");
		this.graph = graph;
		this.layout = layout;
		this.batch = batch;
	}

	public ChunkedGraphClient graph() {
		return graph;
	}

	public SegmentLayout layout() {
		return layout;
	}

	/** Forgets all answers. */
	public void clearCache() {
		cache.clear();
	}

	/**
	 * Prepares to look up ids: sorts them, drops repetitions, 0 and those that
	 * are roots already, and whose answers are known. No I/O.
	 *
	 * @param ids in any order, repeated or not; not copied
	 */
	public Question ask(final long[] ids, final Timestamp time) {
		return new Question(ids, time);
	}

	/** The most requests that looking up so many ids can take. */
	public long mostRequests(final long distinctIds) {
		return (distinctIds + batch - 1) / batch;
	}

	/** One look-up of many ids. */
	public final class Question {

		private final long[] ids;
		private final Timestamp time;
		private final long[] sorted;
		private final long[] answers;
		private final List<Runnable> requests;

		private Question(final long[] ids, final Timestamp time) {
			this.ids = ids;
			this.time = time;
			sorted = distinctToAsk(ids);
			answers = new long[sorted.length];
			final boolean[] known = new boolean[sorted.length];
			cache.get(time, sorted, answers, known);
			requests = plan(known);
		}

		/**
		 * One request each: empty where all is known. To be run once each, in any
		 * order, on any threads, before {@link #answer}.
		 *
		 * @see ChunkedGraphClient what they throw
		 */
		public List<Runnable> requests() {
			return requests;
		}

		/** The roots of the ids asked, in their order. No I/O. */
		public RootTable answer() {
			final long[] roots = new long[ids.length];
			final long[] failed = new long[Answer.values().length];
			final Answer[] kinds = new Answer[sorted.length];
			for (int i = 0; i < sorted.length; i++) {
				kinds[i] = Answer.of(sorted[i], answers[i], layout);
				failed[kinds[i].ordinal()]++;
			}
			for (int i = 0; i < ids.length; i++) {
				final int at = Arrays.binarySearch(sorted, ids[i]);
				if (at < 0) roots[i] = ids[i];
				else roots[i] = kinds[at] == Answer.ROOT ? answers[at] : 0;
			}
			return new RootTable(roots, failed[Answer.UNKNOWN.ordinal()],
				failed[Answer.UNCHANGED.ordinal()], failed[Answer.WRONG_LAYER
					.ordinal()], 0);
		}

		/** Some of the ids that came back as they are. No I/O. */
		public long[] unchanged(final int atMost) {
			return IntStream.range(0, sorted.length).filter(i -> Answer.of(sorted[i],
				answers[i], layout) == Answer.UNCHANGED).limit(atMost).mapToLong(
					i -> sorted[i]).toArray();
		}

		private List<Runnable> plan(final boolean[] known) {
			final List<Runnable> plan = new ArrayList<>();
			final int[] open = new int[known.length];
			int count = 0;
			for (int i = 0; i < known.length; i++)
				if (!known[i]) open[count++] = i;
			for (int from = 0; from < count; from += batch) {
				final int[] places = Arrays.copyOfRange(open, from, Math.min(count,
					from + batch));
				plan.add(() -> request(places));
			}
			return List.copyOf(plan);
		}

		private void request(final int[] places) {
			final long[] asked = new long[places.length];
			for (int i = 0; i < asked.length; i++)
				asked[i] = sorted[places[i]];
			final long[] found = graph.roots(asked, Optional.of(time), OptionalInt
				.empty());
			for (int i = 0; i < places.length; i++)
				answers[places[i]] = found[i];
			remember(asked, found);
		}

		/** Only roots are sure: an unknown id may be known a moment later. */
		private void remember(final long[] asked, final long[] found) {
			final LongArrayList sure = new LongArrayList(asked.length);
			final LongArrayList roots = new LongArrayList(asked.length);
			for (int i = 0; i < asked.length; i++) {
				if (Answer.of(asked[i], found[i], layout) != Answer.ROOT) continue;
				sure.add(asked[i]);
				roots.add(found[i]);
			}
			cache.put(time, sure.toArray(), roots.toArray());
		}
	}

	/** In ascending signed order, which is the same for ids of low layers. */
	private long[] distinctToAsk(final long[] ids) {
		final long[] sorted = Arrays.stream(ids).filter(id -> id != 0 && !layout
			.isRoot(id)).toArray();
		Arrays.sort(sorted);
		int count = 0;
		for (int i = 0; i < sorted.length; i++)
			if (i == 0 || sorted[i] != sorted[i - 1]) sorted[count++] = sorted[i];
		return Arrays.copyOf(sorted, count);
	}

	/** What an answer of a server means. */
	private enum Answer {

			ROOT, UNKNOWN, UNCHANGED, WRONG_LAYER;

		static Answer of(final long id, final long answer,
			final SegmentLayout layout)
		{
			if (answer == 0) return UNKNOWN;
			if (layout.isRoot(answer)) return ROOT;
			return answer == id ? UNCHANGED : WRONG_LAYER;
		}
	}
}
