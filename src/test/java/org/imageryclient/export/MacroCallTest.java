// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.Macro;
import ij.Menus;
import ij.plugin.PlugIn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.testing.MacroBridge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandService;

/** ImageJ's own parser of options gives back what a line was made of. */
class MacroCallTest {

	@Test
	void line_isWhatPeopleWrite() {
		assertEquals(Optional.of(
			"run(\"Imagery Cutout...\", \"source=gs://b/em size=[400 x 400]\");"),
			MacroCall.of("Imagery Cutout...").with("source", "gs://b/em").with("size",
				"400 x 400").line());
	}

	@Test
	void line_withoutKeys_isTheCommand() {
		assertEquals(Optional.of("run(\"Undo\", \"\");"), MacroCall.of("Undo")
			.line());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "plain", "with spaces", "[in brackets]",
		"an ] unmatched one", "'quoted'", "C:\\Users\\x", "say \"yes\"",
		"ends with \\", "a=b", "mip=7", "/data/mip=7 strict=8/size=[9]", "ünïcode",
		"7=#ff8000 8=#00ff0080 hashed", " blank ends " })
	void value_comesThroughImageJsParser(final String value) {
		final Map<String, String> keys = new LinkedHashMap<>();
		keys.put("source", value);
		keys.put("mip", "1");
		final String line = new MacroCall("Some Command", keys).line()
			.orElseThrow();

		final String options = optionsOf(line);

		assertEquals(value, Macro.getValue(options, "source", "not there"));
		assertEquals("1", Macro.getValue(options, "mip", "not there"));
		assertEquals("", Macro.getValue(options + " ", "strict", ""), options);
	}

	@ParameterizedTest
	@ValueSource(strings = { "it's [ this", "two\nlines" })
	void line_ofAValueThatOptionsCannotHold_isNone(final String value) {
		assertEquals(Optional.empty(), MacroCall.of("Some Command").with("source",
			value).line());
	}

	@Test
	void after_putsKeysFirstAndKeepsItsOwn() {
		assertEquals(Map.of("a", "1", "b", "2"), MacroCall.of("Some Command").with(
			"b", "2").after(Map.of("a", "1", "b", "0")).keys());
	}

	/** What the command is given when the interpreter runs the line. */
	private static String optionsOf(final String line) {
		try (MacroBridge macros = MacroBridge.to(new Context(
			CommandService.class)))
		{
			Menus.getCommands().put("Some Command", Options.class.getName());
			return Options.of(macros, line);
		}
	}

	/** Stands where a command would. */
	public static final class Options implements PlugIn {

		private static String last = "";

		@Override
		public void run(final String argument) {
			last = Macro.getOptions();
		}

		static String of(final MacroBridge macros, final String line) {
			last = "";
			macros.run(line, "");
			return last;
		}
	}
}
