// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.imageryclient.fiji.legacy.CommandsOnScreen.Seen;
import org.imageryclient.testing.VirtualDisplay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;

/**
 * Each command, chosen from the menu of the real ImageJ and filled in by a
 * person, does the same again from the line that the recorder wrote.
 */
@Tag("imagej-legacy")
class RecordedCommandsTest {

	private static Map<String, Seen> seen = Map.of();

	@BeforeAll
	static void record(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		try (VirtualDisplay display = VirtualDisplay.start()) {
			final Path file = home.resolve("seen.json");
			display.run(RecordCommands.class, home, file.toString(), home.toString());
			seen = new Gson().fromJson(Files.readString(file),
				new TypeToken<Map<String, Seen>>()
				{}.getType());
		}
	}

	@Test
	void everyCommandThatIsRecorded_isTried() {
		try (Context context = RealFiji.context()) {
			assertEquals(context.service(CommandService.class).getCommandsOfType(
				Command.class).stream().filter(command -> command.getDelegateClassName()
					.startsWith("org.imageryclient") && !command.is("no-record")).map(
						command -> command.getMenuPath().getLeaf().getName()).collect(
							Collectors.toSet()), commands());
		}
	}

	private static Set<String> commands() {
		return seen.keySet();
	}

	@ParameterizedTest
	@MethodSource("commands")
	void recordedLine_doesTheSameAgain(final String command) {
		assertTrue(seen.get(command).byDialog().size() > 1,
			"more came of it than an empty clipboard");
		assertEquals(seen.get(command).byDialog(), seen.get(command).byMacro());
	}

	@ParameterizedTest
	@MethodSource("commands")
	void recordedLine_isOneCallOfTheCommand(final String command) {
		// From a link a cutout comes, whose dialog opens, and which is recorded.
		final String called = command.endsWith("Neuroglancer Link...") && !command
			.startsWith("Copy") ? "Imagery Cutout..." : command;
		final String line = seen.get(command).line();
		assertTrue(line.matches("run\\(\"" + Pattern.quote(called) +
			"\"(, \".*\")?\\);"), line);
	}
}
