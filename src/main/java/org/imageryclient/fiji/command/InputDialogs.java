// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.imageryclient.CutoutException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;
import org.scijava.ui.DialogPrompt.MessageType;
import org.scijava.ui.UIService;
import org.scijava.widget.InputHarvester;

/**
 * Asks for the inputs of our commands by SciJava's dialog: few first; those
 * marked {@code advanced} in a second dialog, for which the first has a box to
 * tick, with help in both; and again while the command says that something is
 * wrong. What was not asked for has its default: a value of last week that
 * nobody sees must not change the result.
 * <p>
 * Runs before SciJava looks up what the last dialog held and asks by itself,
 * which finds nothing left to ask.
 * </p>
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 2)
public class InputDialogs extends AbstractPreprocessorPlugin {

	/** The attribute of parameters that the second dialog asks for. */
	static final String ADVANCED = "advanced";

	@Parameter
	private ModuleService modules;

	@Parameter
	private PluginService plugins;

	@Parameter(required = false)
	private UIService screen;

	@Override
	public void process(final Module module) {
		if (screen == null || !screen.isVisible() || !UnsetInputs.isOurs(module))
			return;
		final List<String> few = unresolved(module, item -> !item.is(ADVANCED));
		final List<String> advanced = unresolved(module, item -> item.is(ADVANCED));
		if (advanced.isEmpty() && !(module
			.getDelegateObject() instanceof CheckedInputs)) return;
		final Map<String, Object> presets = presets(module);
		presets.forEach(module::setInput);
		while (ask(module, few, advanced, presets)) {
			final Optional<String> problem = problem(module);
			if (problem.isEmpty()) return;
			screen.showDialog(problem.get(), module.getInfo().getTitle(),
				MessageType.ERROR_MESSAGE);
			few.forEach(module::unresolveInput);
		}
	}

	private static List<String> unresolved(final Module module,
		final Predicate<ModuleItem<?>> wanted)
	{
		return StreamSupport.stream(module.getInfo().inputs().spliterator(), false)
			.filter(wanted).map(ModuleItem::getName).filter(name -> !module
				.isInputResolved(name)).toList();
	}

	/** What dialogs open with, until they were shown. */
	private static Map<String, Object> presets(final Module module) {
		return module.getDelegateObject() instanceof PresetInputs command
			? new HashMap<>(command.presets()) : new HashMap<>();
	}

	private boolean ask(final Module module, final List<String> few,
		final List<String> advanced, final Map<String, Object> presets)
	{
		advanced.forEach(module::resolveInput);
		if (!harvest(module, presets)) return false;
		few.forEach(module::resolveInput);
		if (!(module.getDelegateObject() instanceof CheckedInputs command && command
			.isMoreAskedFor())) return true;
		final List<String> more = Stream.concat(few.stream().filter(
			HelpedCommand.BUTTON::equals), advanced.stream()).toList();
		more.forEach(module::unresolveInput);
		if (!harvest(module, presets)) return false;
		more.forEach(module::resolveInput);
		return true;
	}

	/** By the dialog of whatever user interface there is. */
	private boolean harvest(final Module module,
		final Map<String, Object> presets)
	{
		modules.loadInputs(module);
		final List<String> shown = unresolved(module, item -> true);
		shown.stream().filter(presets::containsKey).forEach(name -> module.setInput(
			name, presets.remove(name)));
		for (final PreprocessorPlugin harvester : plugins.createInstancesOfType(
			PreprocessorPlugin.class))
		{
			if (!(harvester instanceof InputHarvester)) continue;
			harvester.process(module);
			if (harvester.isCanceled()) {
				cancel(harvester.getCancelReason());
				return false;
			}
		}
		// Shown once more, a dialog opens with what was typed.
		shown.forEach(name -> presets.put(name, module.getInput(name)));
		return true;
	}

	private static Optional<String> problem(final Module module) {
		if (!(module.getDelegateObject() instanceof CheckedInputs command))
			return Optional.empty();
		try {
			command.checkAnswers();
			return Optional.empty();
		}
		catch (final IllegalArgumentException | CutoutException e) {
			return Optional.of(e.getMessage());
		}
	}
}
