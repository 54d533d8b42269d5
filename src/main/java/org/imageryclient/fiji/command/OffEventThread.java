// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.awt.EventQueue;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Waits for a slow answer without stopping the screen: buttons of dialogs call
 * us on the event thread, which goes on handling events here as it does under a
 * modal dialog.
 */
final class OffEventThread {

	private OffEventThread() {}

	/**
	 * @return what the task gives, made in another thread than the event thread
	 * @throws RuntimeException what the task throws
	 */
	static <T> T get(final Supplier<T> task) {
		if (!EventQueue.isDispatchThread()) return task.get();
		final SecondaryLoop events = Toolkit.getDefaultToolkit()
			.getSystemEventQueue().createSecondaryLoop();
		final CompletableFuture<T> answer = new CompletableFuture<>();
		new Thread(() -> {
			try {
				answer.complete(task.get());
			}
			catch (final RuntimeException | Error e) {
				answer.completeExceptionally(e);
			}
			finally {
				events.exit();
			}
		}, "ImageryClient dialog").start();
		events.enter();
		return result(answer);
	}

	private static <T> T result(final CompletableFuture<T> answer) {
		try {
			return answer.join();
		}
		catch (final CompletionException e) {
			if (e.getCause() instanceof RuntimeException cause) throw cause;
			throw e;
		}
	}
}
