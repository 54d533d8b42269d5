// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions that the scripts share, {@code scripts/lib/prepare.sh}. */
@DisabledOnOs(value = OS.WINDOWS,
	disabledReason = "they need bash, and signals to groups of processes")
class PrepareTest {

	private static final int KILLED = 137;

	@TempDir
	Path folder;

	private String printed;

	@Test
	void countTests_addsUpTheReports() throws Exception {
		report("A", 5, 0);
		report("B", 2, 0);

		assertEquals(0, countTests(0));
		assertEquals("7 passed, 0 failed\n", printed);
	}

	@Test
	void countTests_ofABuildThatFailedInATest_counts() throws Exception {
		report("A", 5, 2);

		assertEquals(1, countTests(1));
		assertEquals("3 passed, 2 failed\n", printed);
	}

	/** Reports are there of the classes that were through. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 2 })
	void countTests_ofARunThatWasKilled_saysThatItDidNotEnd(final int failed)
		throws Exception
	{
		report("A", 5, failed);

		assertEquals(1, countTests(KILLED));
		assertTrue(printed.contains("did not end") && printed.contains("" + KILLED),
			printed);
		assertFalse(printed.matches("(?s).*\\d+ passed, \\d+ failed.*"), printed);
	}

	/** Such as one whose JVM broke down, or whose licence headers are wrong. */
	@Test
	void countTests_ofABuildThatFailedOutsideOfTests_saysThatItDidNotEnd()
		throws Exception
	{
		report("A", 5, 0);

		assertEquals(1, countTests(1));
		assertTrue(printed.contains("did not end"), printed);
		assertFalse(printed.contains("0 failed"), printed);
	}

	@Test
	void countTests_withoutReports_saysThatNoTestHasRun() throws Exception {
		assertEquals(1, countTests(1));
		assertTrue(printed.contains("No test has run"), printed);
	}

	@Test
	void within_endsWhatTakesTooLong() throws Exception {
		assertTrue(bash("within 1 sleep 60") > 128);
	}

	/** As the terminal stops whatever reads from it in the background. */
	@Test
	void within_endsWhatIsStopped() throws Exception {
		assertTrue(bash("within 1 bash -c 'kill -STOP $$; sleep 60'") > 128);
	}

	@Test
	void within_hasTheResultOfWhatEndsInTime() throws Exception {
		assertEquals(3, bash("within 60 bash -c 'exit 3'"));
	}

	private int countTests(final int statusOfMaven) throws Exception {
		return bash("count_tests '" + folder + "' " + statusOfMaven);
	}

	private int bash(final String command) throws Exception {
		final Path output = folder.resolve("printed");
		final Process script = new ProcessBuilder("bash", "-c",
			". scripts/lib/prepare.sh; " + command).redirectErrorStream(true)
			.redirectOutput(output.toFile()).start();
		try {
			assertTrue(script.waitFor(20, TimeUnit.SECONDS), "It hangs: " + command);
		}
		finally {
			script.descendants().forEach(ProcessHandle::destroyForcibly);
			script.destroyForcibly();
		}
		printed = Files.readString(output, StandardCharsets.UTF_8);
		return script.exitValue();
	}

	private void report(final String name, final int tests, final int failures)
		throws IOException
	{
		Files.writeString(folder.resolve("TEST-" + name + ".xml"),
			"<?xml version=\"1.0\"?>\n<testsuite name=\"" + name + "\" tests=\"" +
				tests + "\" errors=\"0\" skipped=\"0\" failures=\"" + failures +
				"\">\n");
	}
}
