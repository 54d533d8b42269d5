// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import java.util.Arrays;
import java.util.Map;
import static org.junit.jupiter.api.Assertions.assertTrue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

/** Keys of macros are API: once written in a macro, they must go on working. */
class MacroKeysTest {

	private static final Path PAGE = Path.of("doc", "macro-keys.md");

	private static final Pattern ROW = Pattern.compile(
		"(?m)^\\| `(\\w+)` \\| (?:`(\\w+)`)? ?\\|");

	private static final String CUTOUT =
		"bounds center fit mip resample resize resolution roots segmentation size source strict timestamp";

	private static final List<Class<? extends Command>> FROZEN_COMMANDS = List.of(
		ImageryCutoutCommand.class);

	private static final Map<String, String> FROZEN = Map.of( //
		"Imagery Cutout", sorted(CUTOUT + " save show"));

	private final Context context = new Context();

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@ParameterizedTest
	@MethodSource("commands")
	void page_listsTheKeysAndDefaultsOfTheCommand(
		final Class<? extends Command> command) throws IOException
	{
		final TreeMap<String, String> listed = new TreeMap<>(rows(titleOf(
			command)));
		if (CutoutCommand.class.isAssignableFrom(command)) listed.putAll(rows(
			"Which cutout"));

		assertEquals(listed, keysOf(command));
	}

	@ParameterizedTest
	@MethodSource("commands")
	void keys_areFrozen(final Class<? extends Command> command) {
		assertEquals(FROZEN.get(titleOf(command)), String.join(" ", keysOf(command)
			.keySet()));
	}

	/** All commands that macros can call. */
	private static List<Class<? extends Command>> commands() {
		return FROZEN_COMMANDS;
	}

	@Test
	void everyRecordableCommand_isFrozen() {
		final List<String> recordable = context.service(CommandService.class)
			.getCommandsOfType(Command.class).stream().filter(c -> c
				.getDelegateClassName().startsWith(MacroKeysTest.class
					.getPackageName())).filter(c -> !c.is("no-record")).map(c -> c
						.getDelegateClassName()).sorted().toList();

		assertEquals(FROZEN_COMMANDS.stream().map(Class::getName).sorted().toList(),
			recordable);
	}

	private static String sorted(final String keys) {
		return Arrays.stream(keys.split(" ")).sorted().collect(Collectors.joining(
			" "));
	}

	/** As in the menu, without the dots. */
	private static String titleOf(final Class<? extends Command> command) {
		final String menu = command.getAnnotation(Plugin.class).menuPath();
		return menu.substring(menu.lastIndexOf('>') + 1).replace("...", "");
	}

	/** The rows of the tables of one section of the page. */
	private static Map<String, String> rows(final String title)
		throws IOException
	{
		final String page = Files.readString(PAGE);
		final int start = page.indexOf("## " + title + "\n");
		assertTrue(start >= 0, "section " + title);
		final int end = page.indexOf("\n## ", start);
		return ROW.matcher(page.substring(start, end < 0 ? page.length() : end))
			.results().collect(Collectors.toMap(row -> row.group(1),
				MacroKeysTest::defaultOf));
	}

	private static String defaultOf(final MatchResult row) {
		return Optional.ofNullable(row.group(2)).orElse("");
	}

	private TreeMap<String, String> keysOf(
		final Class<? extends Command> command)
	{
		final Module module = context.service(ModuleService.class).createModule(
			context.service(CommandService.class).getCommand(command));
		return StreamSupport.stream(module.getInfo().inputs().spliterator(), false)
			.filter(input -> !Service.class.isAssignableFrom(input.getType()) && input
				.getType() != Context.class).collect(Collectors.toMap(input -> input
					.getName(), input -> Optional.ofNullable(input.getValue(module)).map(
						Object::toString).orElse(""), (a, b) -> a + b, TreeMap::new));
	}
}
