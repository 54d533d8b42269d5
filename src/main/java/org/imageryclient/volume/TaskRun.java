// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.LongConsumer;

import org.imageryclient.Canceled;
import org.imageryclient.Progress;
import org.imageryclient.TooLarge;

/**
 * Numbered tasks on a shared pool, a few at a time, watched from the thread
 * that wants them done.
 * <p>
 * Each finished task hands the next one to the pool, so that a long run leaves
 * the others their turn. The first failure, a cancel and an interrupt stop the
 * run: no task starts any more, those under way are interrupted, and the caller
 * leaves only after the last of them has ended.
 * </p>
 */
final class TaskRun {

	/** How soon a cancel is noticed. */
	private static final long POLL_MILLIS = 50;

	private final ExecutorService pool;
	private final int inFlight;
	private final long count;
	private final LongConsumer work;

	private final Set<Thread> running = new HashSet<>();
	private Optional<Throwable> failure = Optional.empty();
	private long next;
	private long done;

	private TaskRun(final ExecutorService pool, final int inFlight,
		final long count, final LongConsumer work)
	{
		this.pool = pool;
		this.inFlight = inFlight;
		this.count = count;
		this.work = work;
	}

	/**
	 * Does {@code work} for 0 … count − 1, in no order, and returns when all is
	 * done.
	 *
	 * @param inFlight the most tasks at one time
	 * @param task what it is, for {@code progress}
	 * @param progress called from this thread only
	 * @throws Canceled if {@code progress} says so, or this thread is interrupted
	 *           (and then its interrupt flag is set again)
	 * @throws RuntimeException what the first failing task threw
	 */
	static void of(final ExecutorService pool, final int inFlight,
		final long count, final LongConsumer work, final String task,
		final Progress progress)
	{
		progress.checkCanceled();
		new TaskRun(pool, inFlight, count, work).run(task, progress);
		progress.report(task, count, count);
	}

	private void run(final String task, final Progress progress) {
		boolean interrupted = false;
		try {
			synchronized (this) {
				for (int i = 0; i < inFlight; i++)
					submitNext();
			}
			while (!hasEnded(POLL_MILLIS)) {
				checkOpen();
				progress.checkCanceled();
				progress.report(task, doneSoFar(), count);
			}
		}
		catch (final InterruptedException e) {
			interrupted = true;
			stop(new Canceled("The job was canceled by an interrupt.", e));
		}
		catch (final RuntimeException e) {
			stop(e);
		}
		interrupted |= awaitTheRest();
		if (interrupted) Thread.currentThread().interrupt();
		rethrow();
	}

	/** A closed pool forgets the tasks that it has not begun. */
	private void checkOpen() {
		if (pool.isShutdown()) throw new IllegalStateException(
			"Expected an open read session but it was closed; try opening the volume with a new one.");
	}

	private synchronized void submitNext() {
		if (failure.isPresent() || next == count) return;
		checkOpen();
		final long i = next++;
		pool.execute(() -> perform(i));
	}

	private void perform(final long i) {
		if (!begin()) return;
		Optional<Throwable> thrown = Optional.empty();
		try {
			work.accept(i);
		}
		catch (final Throwable e) {
			thrown = Optional.of(e);
		}
		end(thrown);
	}

	private synchronized boolean begin() {
		return failure.isEmpty() && running.add(Thread.currentThread());
	}

	private synchronized void end(final Optional<Throwable> thrown) {
		running.remove(Thread.currentThread());
		// Under the lock that interrupts are sent under: none can reach the next
		// task of this thread.
		Thread.interrupted();
		if (thrown.isPresent()) stop(thrown.get());
		else {
			done++;
			try {
				submitNext();
			}
			catch (final RuntimeException closed) {
				stop(closed);
			}
		}
		if (done == count || failure.isPresent()) notifyAll();
	}

	private synchronized void stop(final Throwable reason) {
		if (failure.isPresent()) return;
		failure = Optional.of(reason);
		running.forEach(Thread::interrupt);
		notifyAll();
	}

	private synchronized boolean hasEnded(final long waitMillis)
		throws InterruptedException
	{
		if (!isOver()) wait(waitMillis);
		return isOver();
	}

	private boolean isOver() {
		return done == count || failure.isPresent();
	}

	private synchronized long doneSoFar() {
		return done;
	}

	/** @return whether this thread was interrupted meanwhile */
	private synchronized boolean awaitTheRest() {
		boolean interrupted = false;
		while (!running.isEmpty()) {
			try {
				wait();
			}
			catch (final InterruptedException e) {
				interrupted = true;
			}
		}
		return interrupted;
	}

	private synchronized void rethrow() {
		if (failure.isEmpty()) return;
		final Throwable thrown = failure.get();
		if (thrown instanceof OutOfMemoryError) throw new TooLarge(
			"Expected the result to fit the memory of at most " + (Runtime
				.getRuntime().maxMemory() >> 20) +
				" MB but it ran out; try a smaller box, a coarser mip or a larger -Xmx.",
			thrown);
		if (thrown instanceof Error) throw (Error) thrown;
		throw (RuntimeException) thrown;
	}
}
