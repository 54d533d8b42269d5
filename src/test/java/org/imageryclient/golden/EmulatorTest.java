// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and ending a script, here one that listens to nobody. */
class EmulatorTest {

	private static final String SCRIPT = """
			import sys, time
			assert '--require-token' in sys.argv
			here = __file__ + '.ran'
			open(here, 'w').write('yes')
			open(sys.argv[sys.argv.index('--portfile') + 1], 'w').write('4711')
			time.sleep(600)
			""";

	@Test
	void address_holds_the_port_that_the_script_says(@TempDir final Path folder)
		throws IOException
	{
		final Path script = Files.writeString(folder.resolve("emulator.py"),
			SCRIPT);

		try (Emulator emulator = new Emulator(script)) {
			assertEquals("http://127.0.0.1:4711", emulator.address());
		}
	}

	@Test
	void script_that_nobody_needs_is_not_started(@TempDir final Path folder)
		throws IOException
	{
		final Path script = Files.writeString(folder.resolve("emulator.py"),
			SCRIPT);

		new Emulator(script).close();

		assertTrue(Files.notExists(folder.resolve("emulator.py.ran")));
	}

	@Test
	void script_that_ends_early_is_a_problem_with_its_words(
		@TempDir final Path folder) throws IOException
	{
		final Path script = Files.writeString(folder.resolve("emulator.py"),
			"raise SystemExit('no graph')");

		try (Emulator emulator = new Emulator(script)) {
			final CaseProblem problem = assertThrows(CaseProblem.class,
				emulator::address);
			assertTrue(problem.getMessage().contains("no graph"), problem
				.getMessage());
		}
	}

	@Test
	void missing_script_is_a_problem_and_names_it(@TempDir final Path folder) {
		try (Emulator emulator = new Emulator(folder.resolve("emulator.py"))) {
			final CaseProblem problem = assertThrows(CaseProblem.class,
				emulator::address);
			assertTrue(problem.getMessage().contains("emulator.py"), problem
				.getMessage());
		}
	}
}
