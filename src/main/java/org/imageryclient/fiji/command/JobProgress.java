// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.IJ;

import org.imageryclient.Progress;
import org.scijava.Cancelable;
import org.scijava.app.StatusService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/**
 * Shows how far a command is, as a task and in the status bar. The user stops
 * it by canceling the task or the command, or by the escape key, as everywhere
 * in ImageJ.
 */
final class JobProgress implements Progress, AutoCloseable {

	private final Task task;
	private final StatusService status;
	private final Cancelable command;
	private volatile boolean isTaskCanceled;

	JobProgress(final String name, final TaskService tasks,
		final StatusService status, final Cancelable command)
	{
		this.task = tasks.createTask(name);
		this.status = status;
		this.command = command;
		task.setCancelCallBack(() -> isTaskCanceled = true);
		IJ.resetEscape();
		task.start();
	}

	@Override
	public void report(final String what, final long done, final long total) {
		task.setProgressMaximum(total);
		task.setProgressValue(done);
		task.setStatusMessage(what);
		final long scale = total / Integer.MAX_VALUE + 1;
		status.showStatus((int) (done / scale), (int) (total / scale), what);
	}

	@Override
	public boolean isCanceled() {
		return isTaskCanceled || command.isCanceled() || IJ.escapePressed();
	}

	@Override
	public void close() {
		task.finish();
		// Only a full bar goes away.
		status.showProgress(1, 1);
		status.clearStatus();
	}
}
