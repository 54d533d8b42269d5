// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;
import org.scijava.widget.Button;

/** Keys of macros are API: once written in a macro, they must go on working. */
class MacroKeysTest {

	private static final Path PAGE = Path.of("doc", "macro-keys.md");

	private static final Pattern ROW = Pattern.compile(
		"(?m)^\\| `(\\w+)` \\| (?:`([\\w.]+)`)? ?\\|");

	/** A line a command, {@code ClassName: its keys}; both in order. */
	private static final Map<String, String> FROZEN = frozen();

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
		final TreeMap<String, String> listed = new TreeMap<>(rows(sectionOf(
			command)));
		if (CutoutCommand.class.isAssignableFrom(command)) listed.putAll(rows(
			"Which cutout"));

		assertEquals(listed, keysOf(command));
	}

	@ParameterizedTest
	@MethodSource("commands")
	void keys_areFrozen(final Class<? extends Command> command) {
		assertEquals(FROZEN.get(nameOf(command)), String.join(" ", keysOf(command)
			.keySet()));
	}

	@ParameterizedTest
	@MethodSource("commands")
	void page_saysTheNameOfTheCommand(final Class<? extends Command> command)
		throws IOException
	{
		assertTrue(section(sectionOf(command)).contains(titleOf(command)));
	}

	@ParameterizedTest
	@MethodSource("commands")
	void table_listsTheCommandItsKeysAndItsTest(
		final Class<? extends Command> command) throws IOException
	{
		final String keys = FROZEN.get(nameOf(command)).replaceAll("(\\w+)",
			"`$1`");
		final Matcher row = Pattern.compile("(?m)^\\| " + Pattern.quote(menuOf(
			command).replace(">", " ▸ ") + " | " + keys + " | ") + "(\\w+Test) \\|$")
			.matcher(section("All commands"));

		assertTrue(row.find(), menuOf(command) + " with its keys");
		try (Stream<Path> sources = Files.walk(Path.of("src"))) {
			assertTrue(sources.anyMatch(file -> file.endsWith(row.group(1) +
				".java")), row.group(1));
		}
	}

	/** All commands that macros can call. */
	private static List<Class<? extends Command>> commands()
		throws ClassNotFoundException
	{
		final List<Class<? extends Command>> commands = new ArrayList<>();
		for (final String name : FROZEN.keySet())
			commands.add(Class.forName(MacroKeysTest.class.getPackageName() + "." +
				name).asSubclass(Command.class));
		return commands;
	}

	@Test
	void everyRecordableCommand_isFrozen() {
		final List<String> recordable = context.service(CommandService.class)
			.getCommandsOfType(Command.class).stream().filter(c -> !c.is("no-record"))
			.map(CommandInfo::getDelegateClassName).filter(name -> name.startsWith(
				MacroKeysTest.class.getPackageName())).map(name -> name.substring(name
					.lastIndexOf('.') + 1)).sorted().toList();

		assertEquals(List.copyOf(FROZEN.keySet()), recordable);
	}

	private static TreeMap<String, String> frozen() {
		try (InputStream in = MacroKeysTest.class.getResourceAsStream(
			"frozen-macro-keys.txt"))
		{
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.collect(Collectors.toMap(line -> line.split(": ?", 2)[0], line -> line
					.split(": ?", 2)[1], (a, b) -> a + " and again: " + b, TreeMap::new));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** With the class around it. */
	private static String nameOf(final Class<? extends Command> command) {
		return command.getName().substring(command.getPackageName().length() + 1);
	}

	/**
	 * Of the command itself; of all samples; of the command that another entry of
	 * the menu runs too.
	 */
	private static String sectionOf(final Class<? extends Command> command) {
		if (SampleCommand.class.isAssignableFrom(command)) return "Open Samples";
		final Class<?> parent = command.getSuperclass();
		return parent.isAnnotationPresent(Plugin.class) ? titleOf(parent.asSubclass(
			Command.class)) : titleOf(command);
	}

	/** As in the menu, without the dots. */
	private static String titleOf(final Class<? extends Command> command) {
		final String menu = menuOf(command);
		return menu.substring(menu.lastIndexOf('>') + 1).replace("...", "");
	}

	private static String menuOf(final Class<? extends Command> command) {
		return command.getAnnotation(Plugin.class).menuPath();
	}

	/** The rows of the tables of one section of the page. */
	private static Map<String, String> rows(final String title)
		throws IOException
	{
		return ROW.matcher(section(title)).results().collect(Collectors.toMap(
			row -> row.group(1), MacroKeysTest::defaultOf));
	}

	private static String section(final String title) throws IOException {
		final String page = Files.readString(PAGE);
		final int start = page.indexOf("## " + title + "\n");
		assertTrue(start >= 0, "section " + title);
		final int end = page.indexOf("\n## ", start);
		return page.substring(start, end < 0 ? page.length() : end);
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
			.filter(MacroKeysTest::isKey).collect(Collectors.toMap(input -> input
				.getName(), input -> Optional.ofNullable(input.getValue(module)).map(
					Object::toString).orElse(""), (a, b) -> a + b, TreeMap::new));
	}

	/** What SciJava fills in, buttons and words to the user are no keys. */
	private static boolean isKey(final ModuleItem<?> input) {
		final ItemVisibility visibility = input.getVisibility();
		return !Service.class.isAssignableFrom(input.getType()) && input
			.getType() != Context.class && input.getType() != Button.class &&
			visibility != ItemVisibility.MESSAGE &&
			visibility != ItemVisibility.INVISIBLE;
	}
}
