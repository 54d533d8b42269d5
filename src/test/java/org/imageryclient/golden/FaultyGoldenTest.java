// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.imageryclient.golden.DataServer.Transport;
import org.imageryclient.testing.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same calls where one answer in five is a 503, a reset connection or half
 * a body, never more than three in a row for one object: every voxel still
 * comes out right.
 */
class FaultyGoldenTest {

	private static final double RATE = 0.2;
	private static final long SEED = 20;

	private static DataServer server;

	@BeforeAll
	static void serve() {
		server = new DataServer(GoldenResources.data());
		server.server().faults(RATE, SEED, Fault.UNAVAILABLE, Fault.RESET,
			Fault.TRUNCATE);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void case_survives_faults(final GoldenCase golden) {
		assertEquals(Verdict.PASSED, run(golden));
	}

	@Test
	void faults_really_happen() {
		long repeated = 0;
		for (final GoldenCase golden : cases().subList(0, 10)) {
			server.server().clearLog();
			run(golden);
			repeated += server.server().counts().values().stream().filter(n -> n > 1)
				.count();
		}

		assertTrue(repeated > 0, "no object was asked for twice in one cutout");
	}

	static List<GoldenCase> cases() {
		return GoldenResources.cases().stream().filter(GoldenCase::namesData)
			.toList();
	}

	private static Verdict run(final GoldenCase golden) {
		return new CaseRunner(new PythonCalls(GoldenSessions::open),
			new Placeholders(server.address(Transport.HTTP),
				GoldenResources::noEmulator)).run(golden);
	}
}
