// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongLongHashMap;

import java.time.Duration;
import java.util.function.Consumer;

import org.imageryclient.Canceled;
import org.imageryclient.CutoutException;
import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.graphene.RootTable;

/**
 * The roots of the supervoxels that are on a screen. Asking never waits: what
 * is not known yet is 0 for now, and is looked up together with all else that
 * the screen misses; then the screen is told to look again.
 *
 * <pre>
 *
 * LiveRoots roots = new LiveRoots(graph, time, timer, screen::repaint,
 * 	log::warn);
 * long root = roots.root(supervoxel); // from any thread, for every pixel
 * </pre>
 *
 * Another time forgets all answers, and fetches no chunk.
 */
public final class LiveRoots implements AutoCloseable {

	/** Long enough to gather the supervoxels of several chunks. */
	private static final Duration GATHERING = Duration.ofMillis(60);

	/** After a failure, so that a server in trouble is not asked all the time. */
	private static final Duration PAUSE = Duration.ofSeconds(5);

	/** Some 100 MB of answers; more are looked up again. */
	private static final int MOST_ANSWERS = 4_000_000;

	private final Agglomeration graph;
	private final Timer timer;
	private final Runnable onAnswers;
	private final Consumer<CutoutException> onFailure;
	private final LongHashSet wanted = new LongHashSet();
	private boolean isScheduled;
	private volatile Known known;
	private volatile boolean isClosed;
	/** Neighbouring pixels mostly miss the same one. */
	private volatile long lastWanted;

	/**
	 * @param timer in whose threads roots are looked up
	 * @param onAnswers called there when roots are known that were not
	 * @param onFailure called there when the server can't be asked; it is asked
	 *          again some seconds later
	 */
	public LiveRoots(final Agglomeration graph, final Timestamp time,
		final Timer timer, final Runnable onAnswers,
		final Consumer<CutoutException> onFailure)
	{
		this.graph = graph;
		this.timer = timer;
		this.onAnswers = onAnswers;
		this.onFailure = onFailure;
		known = new Known(time, new LongLongHashMap());
	}

	/** Does things later, each in a thread that may wait. */
	public interface Timer {

		void after(Duration delay, Runnable task);
	}

	/** When the roots are looked up. */
	public Timestamp time() {
		return known.time();
	}

	/** Shows the roots of another time from now on. */
	public void at(final Timestamp time) {
		synchronized (this) {
			known = new Known(time, new LongLongHashMap());
			wanted.clear();
			lastWanted = 0;
		}
		onAnswers.run();
	}

	/**
	 * The root of a supervoxel; 0 for 0, while it is not known, and where the
	 * graph has none. Never waits.
	 */
	public long root(final long supervoxel) {
		if (supervoxel == 0) return 0;
		final LongLongHashMap roots = known.roots();
		final int place = roots.indexOf(supervoxel);
		if (roots.indexExists(place)) return roots.indexGet(place);
		if (supervoxel != lastWanted) want(supervoxel);
		return 0;
	}

	private synchronized void want(final long supervoxel) {
		lastWanted = supervoxel;
		if (!wanted.add(supervoxel) || isScheduled || isClosed) return;
		isScheduled = true;
		timer.after(GATHERING, this::askAll);
	}

	/** One at a time. */
	private void askAll() {
		final Known before;
		final long[] ids;
		synchronized (this) {
			before = known;
			ids = wanted.toArray();
		}
		try {
			final RootTable answer = graph.rootsOf(ids, before.time(), canceled());
			accept(before, before.plus(ids, answer.roots()), ids);
			onAnswers.run();
		}
		catch (final Canceled e) {
			// This was closed: nobody looks any more.
		}
		catch (final CutoutException e) {
			onFailure.accept(e);
			timer.after(PAUSE, this::askAll);
		}
	}

	private Progress canceled() {
		return new Progress() {

			@Override
			public void report(final String what, final long done, final long total) {
				// What is on a screen changes all the time: no task of its own.
			}

			@Override
			public boolean isCanceled() {
				return isClosed;
			}
		};
	}

	private synchronized void accept(final Known before, final Known after,
		final long[] ids)
	{
		// Answers of a time that is no longer shown are dropped.
		if (known == before) {
			known = after;
			for (final long id : ids)
				wanted.remove(id);
		}
		lastWanted = 0;
		isScheduled = !wanted.isEmpty() && !isClosed;
		if (isScheduled) timer.after(GATHERING, this::askAll);
	}

	/** Asks no more; what is under way is canceled. */
	@Override
	public void close() {
		isClosed = true;
	}

	/** Answers of one time; a table that is never written to again. */
	private record Known(Timestamp time, LongLongHashMap roots) {

		Known plus(final long[] ids, final long[] itsRoots) {
			final LongLongHashMap more = roots.size() > MOST_ANSWERS
				? new LongLongHashMap(ids.length) : roots.clone();
			for (int i = 0; i < ids.length; i++)
				more.put(ids[i], itsRoots[i]);
			return new Known(time, more);
		}
	}
}
