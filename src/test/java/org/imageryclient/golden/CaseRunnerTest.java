// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;

import org.imageryclient.Unsupported;
import org.imageryclient.geom.Resolution;
import org.imageryclient.golden.DataServer.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a case is judged, on calls that read no voxel. */
class CaseRunnerTest {

	private static final String BOX_AROUND_10 = "{'kind': 'same_as', 'method': " +
		"'bounds_from_center', 'args': {'ctr': [10, 10, 10], 'width': 4}}";

	@Test
	void shape_passes_whatever_the_values() {
		assertEquals(Verdict.PASSED, run("zoom_index", "{'n': 3, 'm': 7}",
			"{'kind': 'shape', 'shape': [7]}"));
	}

	@Test
	void other_shape_fails() {
		assertFailed("expected 8, found 7", run("zoom_index", "{'n': 3, 'm': 7}",
			"{'kind': 'shape', 'shape': [8]}"));
	}

	@Test
	void same_as_passes_where_the_other_call_gives_the_same() {
		assertEquals(Verdict.PASSED, run("bounds_from_center",
			"{'ctr': [10.0, 10, 10], 'width': 4, 'depth': 1}", BOX_AROUND_10));
	}

	@Test
	void same_as_fails_where_the_other_call_gives_something_else() {
		assertFailed("at [0, 0]: expected 8.0, found 7.0", run("bounds_from_center",
			"{'ctr': [9, 10, 10], 'width': 4}", BOX_AROUND_10));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"zoom_index | {'n': 3, 'm': 7, 'mode': 1} | mode", //
		"rotate | {} | rotate" })
	void what_the_table_does_not_know_fails_and_is_named(final String method,
		final String args, final String named)
	{
		assertFailed(named, run(method, args, "{'kind': 'shape', 'shape': [7]}"));
	}

	@Test
	void error_of_our_own_passes_where_an_error_is_wanted() {
		assertEquals(Verdict.PASSED, run("construct", "{}",
			"{'kind': 'error', 'type': 'ValueError', 'message': ''}"));
	}

	@Test
	void result_fails_where_an_error_is_wanted() {
		assertFailed("an error", run("zoom_index", "{'n': 3, 'm': 7}",
			"{'kind': 'error', 'type': 'ValueError', 'message': ''}"));
	}

	@Test
	void argument_error_of_main_code_is_ours() {
		assertTrue(CaseRunner.isOurs(assertThrows(IllegalArgumentException.class,
			Resolution::of)));
	}

	@Test
	void argument_error_of_the_jdk_is_an_accident() {
		assertFalse(CaseRunner.isOurs(assertThrows(IllegalArgumentException.class,
			() -> Integer.parseInt("x"))));
	}

	@Test
	void exception_thrown_by_test_code_is_an_accident() {
		assertFalse(CaseRunner.isOurs(new Unsupported("encoding jxl")));
	}

	@Test
	void encoding_is_known_as_a_word_of_its_own_only() {
		assertEquals("jxl", StoredEncodings.namedIn(
			"Expected raw but the encoding is \"jxl\" in em_jxl.").orElseThrow());
		assertTrue(StoredEncodings.namedIn("No such volume: em_jxl.").isEmpty());
	}

	@Test
	void run_prints_the_first_difference_and_the_counts(
		@TempDir final Path folder) throws IOException
	{
		write(folder, "a_right", "{'kind': 'shape', 'shape': [7]}");
		write(folder, "b_wrong", "{'kind': 'shape', 'shape': [6]}");
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();

		final int failed = new GoldenRun(new PrintStream(printed, true,
			StandardCharsets.UTF_8), new PythonCalls(GoldenSessions::open)).run(
				GoldenCase.readAll(folder), folder, EnumSet.of(Transport.FILE));

		final String text = printed.toString(StandardCharsets.UTF_8);
		assertEquals(1, failed);
		assertTrue(text.startsWith("FAILED b_wrong (file) result has another " +
			"shape: expected 6, found 7"), text);
		assertTrue(text.stripTrailing().endsWith(
			"1 passed, 1 failed, 0 not supported"), text);
	}

	private static void write(final Path folder, final String id,
		final String expect) throws IOException
	{
		Files.writeString(Files.createDirectory(folder.resolve(id)).resolve(
			"case.json"), json(id, "zoom_index", "{'n': 3, 'm': 7}", expect));
	}

	private static void assertFailed(final String part, final Verdict verdict) {
		final String difference = assertInstanceOf(Verdict.Failed.class, verdict)
			.difference();
		assertTrue(difference.contains(part), difference);
	}

	private static Verdict run(final String method, final String args,
		final String expect)
	{
		final GoldenCase golden = GoldenCase.of(JsonParser.parseString(json("x",
			method, args, expect)).getAsJsonObject(), Path.of("x"));
		return new CaseRunner(new PythonCalls(GoldenSessions::open),
			new Placeholders("file:///nowhere", GoldenResources::noEmulator)).run(
				golden);
	}

	private static String json(final String id, final String method,
		final String args, final String expect)
	{
		return ("{'id': '" + id +
			"', 'category': 'x', 'client': null, 'method': '" + method +
			"', 'args': " + args + ", 'needs_emulator': false, " +
			"'tolerance': 0, 'expect': " + expect + "}").replace('\'', '"');
	}
}
