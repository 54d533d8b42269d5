// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

/**
 * The one parameter through which long work says how far it is and hears that
 * it should stop. Called from the thread that started the work, never from a
 * pool thread.
 */
public interface Progress {

	/** Reports to nobody and is never canceled. */
	Progress NONE = new Progress() {

		@Override
		public void report(final String task, final long done, final long total) {
			// Nobody is listening.
		}

		@Override
		public boolean isCanceled() {
			return false;
		}
	};

	/**
	 * Says that {@code done} of {@code total} units of a task are finished.
	 *
	 * @param task what is being done, in words for the status bar
	 */
	void report(String task, long done, long total);

	/** Whether the user asked to stop. Asked several times a second. */
	boolean isCanceled();

	/**
	 * @throws Canceled if the user asked to stop
	 */
	default void checkCanceled() {
		if (isCanceled()) throw new Canceled("The job was canceled.");
	}
}
