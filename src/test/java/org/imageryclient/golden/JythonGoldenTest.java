// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.imageryclient.golden.DataServer.Transport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.python.util.PythonInterpreter;

/**
 * The same recorded calls as {@link GoldenCasesTest}, by
 * {@code imageryclient.py} in the real Jython, with their arguments as they are
 * written.
 */
class JythonGoldenTest {

	private static DataServer server;
	private static Emulator emulator;
	private static PythonInterpreter python;

	@BeforeAll
	static void start() {
		server = new DataServer(GoldenResources.data());
		emulator = GoldenResources.emulator();
		python = new PythonInterpreter();
	}

	@AfterAll
	static void stop() {
		python.close();
		emulator.close();
		server.close();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void case_gives_what_it_should(final GoldenCase golden) {
		final CaseRunner runner = new CaseRunner(new JythonCalls(
			GoldenSessions::open, python), new Placeholders(server.address(
				Transport.FILE), emulator::address));
		assertEquals(Verdict.PASSED, runner.run(golden));
	}

	@Test
	void there_are_cases_of_every_method() {
		final long methods = cases().map(GoldenCase::method).distinct().count();
		assertTrue(methods >= 14, "only " + methods);
	}

	static Stream<GoldenCase> cases() {
		return GoldenResources.cases().stream().filter(JythonCalls::has);
	}
}
