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

	private final Context context = new Context();

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@Test
	void page_listsTheKeysAndDefaultsOfTheCommand() throws IOException {
		final TreeMap<String, String> listed = ROW.matcher(Files.readString(PAGE))
			.results().collect(Collectors.toMap(row -> row.group(1),
				MacroKeysTest::defaultOf, (a, b) -> a + b, TreeMap::new));

		assertEquals(listed, keysOfTheCommand());
	}

	@Test
	void keys_areFrozen() {
		assertEquals(List.of("bounds", "center", "fit", "mip", "resolution",
			"roots", "save", "segmentation", "show", "size", "source", "timestamp"),
			List.copyOf(keysOfTheCommand().keySet()));
	}

	private static String defaultOf(final MatchResult row) {
		return Optional.ofNullable(row.group(2)).orElse("");
	}

	private TreeMap<String, String> keysOfTheCommand() {
		final Module module = context.service(ModuleService.class).createModule(
			context.service(CommandService.class).getCommand(
				ImageryCutoutCommand.class));
		return StreamSupport.stream(module.getInfo().inputs().spliterator(), false)
			.filter(input -> !Service.class.isAssignableFrom(input.getType()) && input
				.getType() != Context.class).collect(Collectors.toMap(input -> input
					.getName(), input -> Optional.ofNullable(input.getValue(module)).map(
						Object::toString).orElse(""), (a, b) -> a + b, TreeMap::new));
	}
}
