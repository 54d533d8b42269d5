// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.io.File;
import java.util.Optional;

import org.imageryclient.Canceled;
import org.imageryclient.CutoutException;
import org.imageryclient.Progress;
import org.scijava.app.StatusService;
import org.scijava.plugin.Parameter;
import org.scijava.task.TaskService;

/**
 * A command that takes its time: the user sees how far it is, can stop it, and
 * reads what to do when it fails.
 */
abstract class JobCommand extends HelpedCommand {

	@Parameter
	private TaskService tasks;

	@Parameter
	private StatusService statusBar;

	private volatile boolean isCanceled;

	/** As it is called while it works: {@code "Imagery Cutout"}. */
	abstract String job();

	/**
	 * Does the work. A {@link CutoutException} and an
	 * {@link IllegalArgumentException} end the command with their message.
	 */
	abstract void run(Progress progress);

	@Override
	String section() {
		return job();
	}

	@Override
	public final void run() {
		try (JobProgress progress = new JobProgress(job(), tasks, statusBar,
			this))
		{
			run(progress);
		}
		catch (final CutoutException | IllegalArgumentException e) {
			fail(e);
		}
	}

	@Override
	public boolean isCanceled() {
		return isCanceled;
	}

	/** Called by the user interface while {@link #run} works in its thread. */
	@Override
	public void cancel(final String reason) {
		super.cancel(reason);
		isCanceled = true;
	}

	/**
	 * A macro stops with the message and its line; else SciJava shows it as the
	 * reason of the cancelation. A stack trace is for the log's debug level.
	 */
	void fail(final RuntimeException e) {
		final String reason = Optional.ofNullable(e.getMessage()).orElse(e
			.toString());
		log().debug(e);
		if (e instanceof Canceled) log().info(reason);
		else log().error(reason);
		final boolean isSaid = RunningMacro.stop(reason) || e instanceof Canceled;
		cancel(isSaid ? "" : reason);
	}

	/** Empty for a file that was left out. */
	static String path(final File file) {
		return file == null ? "" : file.getPath();
	}
}
