// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.ImagePlus;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.imageryclient.Canceled;
import org.imageryclient.Progress;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.ui.UIService;

/**
 * Runs Imagery Cutout for another command: with its dialog, filled in, where
 * someone can be asked, else at once.
 */
final class CutoutHandOver {

	private static final long POLL_MILLIS = 50;

	private final ModuleService modules;
	private final CommandService commands;
	private final Optional<UIService> screen;
	private final Consumer<String> onCanceled;

	/** @param onCanceled is told why the cutout was not made */
	CutoutHandOver(final Context context, final Consumer<String> onCanceled) {
		modules = context.service(ModuleService.class);
		commands = context.service(CommandService.class);
		screen = Optional.ofNullable(context.getService(UIService.class));
		this.onCanceled = onCanceled;
	}

	/**
	 * @param inputs by the keys of macros
	 * @param isReviewed whether someone should see them first, if there is
	 *          someone
	 * @return the image that is shown, if one is
	 * @throws Canceled if the user asked to stop
	 */
	Optional<ImagePlus> run(final Map<String, Object> inputs,
		final boolean isReviewed, final Progress progress)
	{
		final boolean isAsking = isReviewed && !RunningMacro.isThere() && screen
			.filter(UIService::isVisible).isPresent();
		final Module module = modules.createModule(commands.getCommand(
			ImageryCutoutCommand.class));
		if (isAsking) ((CutoutCommand) module.getDelegateObject()).preset(inputs);
		await(modules.run(module, true, isAsking ? Map.of() : inputs),
			(Cancelable) module, progress);
		if (((Cancelable) module).isCanceled()) onCanceled.accept(isAsking ? ""
			: ((Cancelable) module).getCancelReason());
		return Optional.ofNullable((ImagePlus) module.getOutput("image"));
	}

	/** Whoever stops the one stops the other. */
	private static void await(final Future<?> running, final Cancelable command,
		final Progress progress)
	{
		while (true) {
			try {
				running.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
				return;
			}
			catch (final TimeoutException e) {
				if (progress.isCanceled() && !command.isCanceled()) command.cancel("");
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				command.cancel("");
				throw new Canceled("The cutout of the link was canceled.");
			}
			catch (final ExecutionException e) {
				throw new IllegalStateException(e.getCause());
			}
		}
	}
}
