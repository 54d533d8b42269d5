// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.imageryclient.Canceled;
import org.imageryclient.CutoutException;
import org.imageryclient.Unavailable;
import org.imageryclient.volume.LiveRoots;

/**
 * The chunks of one source that could not be had: they are 0, and the user is
 * told once for each kind of reason. Where waiting may help they are asked for
 * again. Without this BigDataViewer's threads would ask for the same chunk
 * without end.
 */
final class MissingChunks {

	/** So that a server in trouble is not asked all the time. */
	private static final Duration PAUSE = Duration.ofSeconds(10);

	private final String source;
	private final Messages messages;
	private final LiveRoots.Timer timer;
	private final Runnable onRead;
	private final List<Runnable> waiting = new ArrayList<>();
	private boolean isScheduled;

	/**
	 * @param source its address, for messages
	 * @param timer in whose threads chunks are asked for again
	 * @param onRead called there when chunks are in their places that were not
	 */
	MissingChunks(final String source, final Messages messages,
		final LiveRoots.Timer timer, final Runnable onRead)
	{
		this.source = source;
		this.messages = messages;
		this.timer = timer;
		this.onRead = onRead;
	}

	/** An anonymous server answered 403. */
	void forbidden() {
		messages.sayFirst(source + " forbidden",
			"Expected the server to give all chunks but some of " + source +
				" are forbidden (403), and black here: a bucket answers so for chunks that do not exist, " +
				"and for all of them once access is withdrawn; try opening the address in a browser.");
	}

	/**
	 * @param again reads the chunk once more and puts it into its place, or
	 *          throws a {@code CutoutException}
	 */
	void failed(final CutoutException why, final Runnable again) {
		if (why instanceof Canceled) return;
		messages.sayFirst(subject(why.getClass()), why.getMessage());
		if (why instanceof Unavailable) later(List.of(again));
	}

	private Object subject(final Class<? extends CutoutException> kind) {
		return source + " " + kind.getSimpleName();
	}

	private synchronized void later(final List<Runnable> tasks) {
		waiting.addAll(tasks);
		if (isScheduled || waiting.isEmpty()) return;
		isScheduled = true;
		timer.after(PAUSE, this::tryAgain);
	}

	private void tryAgain() {
		final List<Runnable> tasks;
		synchronized (this) {
			tasks = List.copyOf(waiting);
			waiting.clear();
			isScheduled = false;
		}
		for (int i = 0; i < tasks.size(); i++) {
			try {
				tasks.get(i).run();
			}
			catch (final Unavailable e) {
				// The others will hardly fare better.
				later(tasks.subList(i, tasks.size()));
				return;
			}
			catch (final CutoutException e) {
				failed(e, tasks.get(i));
			}
		}
		messages.settle(subject(Unavailable.class));
		onRead.run();
	}
}
