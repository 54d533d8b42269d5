// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.imageryclient.golden.DataServer.Transport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The calls of the reference that are stored with the tests, by files and over
 * http. {@code scripts/golden} runs larger sets of them.
 */
class GoldenCasesTest {

	private static DataServer server;
	private static Emulator emulator;

	@BeforeAll
	static void serve() {
		server = new DataServer(GoldenResources.data());
		emulator = GoldenResources.emulator();
	}

	@AfterAll
	static void stop() {
		server.close();
		emulator.close();
	}

	@ParameterizedTest(name = "{0} ({1})")
	@MethodSource("cases")
	void case_gives_what_it_should(final GoldenCase golden,
		final Transport transport)
	{
		final CaseRunner runner = new CaseRunner(new PythonCalls(
			GoldenSessions::open), new Placeholders(server.address(transport),
				emulator::address));

		assertEquals(Verdict.PASSED, runner.run(golden));
	}

	@Test
	void there_are_cases_enough() {
		final List<GoldenCase> all = GoldenResources.cases();

		assertTrue(all.size() >= 70, "only " + all.size());
	}

	static Stream<Arguments> cases() {
		return GoldenResources.cases().stream().flatMap(c -> c.namesData() ? Stream
			.of(Transport.values()).map(t -> Arguments.of(c, t)) : Stream.of(Arguments
				.of(c, Transport.FILE)));
	}
}
