// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import ij.IJ;
import ij.Macro;
import ij.Menus;
import ij.plugin.PlugIn;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/**
 * Runs SciJava commands from macros in ImageJ's real interpreter, as
 * imagej-legacy does in Fiji: by the last part of the menu path, inputs by
 * name. One context at a time.
 */
public final class MacroBridge implements PlugIn, AutoCloseable {

	private static volatile Context context;
	private static volatile Module lastModule;

	/** Called by ImageJ for each {@code run(…)}. */
	public MacroBridge() {
		// All state is static: ImageJ makes a new one for each call.
	}

	/** From now on macros reach the commands of this context. */
	@SuppressWarnings("unchecked")
	public static MacroBridge to(final Context scijava) {
		context = scijava;
		if (Menus.getCommands() == null) initImageJ();
		final Hashtable<String, String> menu = Menus.getCommands();
		for (final CommandInfo command : scijava.service(CommandService.class)
			.getCommands())
			if (command.getMenuPath().size() > 0) menu.put(command.getMenuPath()
				.getLeaf().getName(), MacroBridge.class.getName() + "(\"" + command
					.getDelegateClassName() + "\")");
		return new MacroBridge();
	}

	/** Runs a macro; its result, {@code "[aborted]"} where it stopped. */
	public String run(final String macro, final String argument) {
		return Optional.ofNullable(IJ.runMacro(macro, argument)).orElse("");
	}

	/** Runs a macro of a file. */
	public String runFile(final Path file, final String argument) {
		return Optional.ofNullable(IJ.runMacroFile(file.toAbsolutePath().toString(),
			argument)).orElse("");
	}

	/** The command that a macro ran last. */
	public Module lastModule() {
		return lastModule;
	}

	@Override
	public void run(final String className) {
		final CommandInfo command = context.service(CommandService.class)
			.getCommand(className);
		final Map<String, Object> inputs = inputs(command, Optional.ofNullable(Macro
			.getOptions()).orElse(""));
		try {
			lastModule = context.service(ModuleService.class).run(command, true,
				inputs).get();
		}
		catch (final ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	private static Map<String, Object> inputs(final CommandInfo command,
		final String options)
	{
		final ConvertService convert = context.service(ConvertService.class);
		final Map<String, Object> inputs = new HashMap<>();
		for (final ModuleItem<?> item : command.inputs()) {
			final String value = Macro.getValue(options, item.getName(), null);
			if (value != null) inputs.put(item.getName(), convert.convert(value, item
				.getType()));
		}
		return inputs;
	}

	/** What ImageJ's window does first, without the window. */
	private static void initImageJ() {
		try {
			final Method init = IJ.class.getDeclaredMethod("init");
			init.setAccessible(true);
			init.invoke(null);
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() {
		context.dispose();
	}
}
