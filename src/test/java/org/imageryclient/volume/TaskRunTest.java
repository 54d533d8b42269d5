// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongConsumer;

import org.imageryclient.Canceled;
import org.imageryclient.CorruptData;
import org.imageryclient.Progress;
import org.imageryclient.TooLarge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TaskRunTest {

	private final ExecutorService pool = Executors.newFixedThreadPool(8);
	private final AtomicInteger running = new AtomicInteger();

	@AfterEach
	void closePool() {
		pool.shutdownNow();
	}

	@Test
	void of_manyTasks_doesEachOnceAndFewAtATime() {
		final AtomicLongArray times = new AtomicLongArray(500);
		final AtomicInteger most = new AtomicInteger();
		run(500, counted(i -> {
			most.accumulateAndGet(running.get(), Math::max);
			times.incrementAndGet((int) i);
		}), Progress.NONE);
		for (int i = 0; i < 500; i++)
			assertEquals(1, times.get(i));
		assertTrue(most.get() <= 3, "at once: " + most);
	}

	@Test
	void of_noTasks_returns() {
		run(0, i -> {
			throw new AssertionError();
		}, Progress.NONE);
	}

	@Test
	void of_firstFailure_interruptsTheOthersAndIsThrown() {
		final CorruptData failure = new CorruptData("chunk 2");
		final CountDownLatch othersRun = new CountDownLatch(2);
		final Set<Long> begun = ConcurrentHashMap.newKeySet();
		final CorruptData thrown = assertThrows(CorruptData.class, () -> run(100,
			counted(i -> {
				begun.add(i);
				if (i < 2) {
					othersRun.countDown();
					awaitInterrupt();
				}
				await(othersRun);
				throw failure;
			}), Progress.NONE));
		assertSame(failure, thrown);
		assertEquals(Set.of(0L, 1L, 2L), begun);
		assertEquals(0, running.get());
	}

	@Test
	void of_canceled_interruptsTheTasksAndWaitsForThem() {
		final Canceling progress = new Canceling();
		assertThrows(Canceled.class, () -> run(100, counted(i -> {
			progress.canceled.set(true);
			awaitInterrupt();
		}), progress));
		assertEquals(0, running.get());
	}

	@Test
	void of_canceled_leavesNoInterruptBehind() {
		final Canceling progress = new Canceling();
		assertThrows(Canceled.class, () -> run(100, i -> {
			progress.canceled.set(true);
			awaitInterrupt();
		}, progress));
		final AtomicBoolean leaked = new AtomicBoolean();
		run(100, i -> {
			if (Thread.currentThread().isInterrupted()) leaked.set(true);
		}, Progress.NONE);
		assertFalse(leaked.get());
	}

	@Test
	void of_canceledBeforehand_startsNothing() {
		final Canceling progress = new Canceling();
		progress.canceled.set(true);
		final AtomicInteger begun = new AtomicInteger();
		assertThrows(Canceled.class, () -> run(9, i -> begun.incrementAndGet(),
			progress));
		assertEquals(0, begun.get());
	}

	@Test
	void of_interruptedCaller_isCanceledAndStaysInterrupted() {
		final Thread caller = Thread.currentThread();
		assertThrows(Canceled.class, () -> run(9, counted(i -> {
			caller.interrupt();
			awaitInterrupt();
		}), Progress.NONE));
		assertTrue(Thread.interrupted());
		assertEquals(0, running.get());
	}

	@Test
	void of_busyPool_isCanceledWithoutWaitingForOthers() {
		final CountDownLatch release = new CountDownLatch(1);
		for (int i = 0; i < 8; i++)
			pool.submit(() -> await(release));
		final Canceling progress = new Canceling() {

			@Override
			public void report(final String task, final long done, final long total) {
				canceled.set(true);
			}
		};
		assertThrows(Canceled.class, () -> run(9, i -> {}, progress));
		release.countDown();
	}

	@Test
	void of_outOfMemory_isTooLarge() {
		assertThrows(TooLarge.class, () -> run(9, i -> {
			throw new OutOfMemoryError();
		}, Progress.NONE));
	}

	@Test
	void of_closedPool_isRefused() {
		pool.shutdownNow();
		assertThrows(IllegalStateException.class, () -> run(9, i -> {},
			Progress.NONE));
	}

	@Test
	void of_closedMeanwhile_ends() {
		assertThrows(RuntimeException.class, () -> run(100, i -> pool.shutdownNow(),
			Progress.NONE));
	}

	@Test
	void of_progress_isToldByTheCallerOnly() {
		final Set<Thread> callers = ConcurrentHashMap.newKeySet();
		final AtomicInteger last = new AtomicInteger();
		run(50, i -> {}, new Progress() {

			@Override
			public void report(final String task, final long done, final long total) {
				callers.add(Thread.currentThread());
				last.set((int) done);
			}

			@Override
			public boolean isCanceled() {
				callers.add(Thread.currentThread());
				return false;
			}
		});
		assertEquals(Set.of(Thread.currentThread()), callers);
		assertEquals(50, last.get());
	}

	private void run(final long count, final LongConsumer work,
		final Progress progress)
	{
		TaskRun.of(pool, 3, count, work, "test", progress);
	}

	private LongConsumer counted(final LongConsumer work) {
		return i -> {
			running.incrementAndGet();
			try {
				work.accept(i);
			}
			finally {
				running.decrementAndGet();
			}
		};
	}

	private static void awaitInterrupt() {
		await(new CountDownLatch(1));
	}

	private static void await(final CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Canceled("interrupted", e);
		}
	}

	private static class Canceling implements Progress {

		final AtomicBoolean canceled = new AtomicBoolean();

		@Override
		public void report(final String task, final long done, final long total) {
			// Not looked at.
		}

		@Override
		public boolean isCanceled() {
			return canceled.get();
		}
	}
}
