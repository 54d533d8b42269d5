// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.imageryclient.CorruptData;
import org.imageryclient.Unavailable;
import org.imageryclient.Unsupported;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.Answer.Ending;
import org.imageryclient.testing.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths and ranges are checked against what the server says of them. */
class RangeTest {

	private static final byte[] CONTENT = new byte[100_000];

	static {
		new Random(2).nextBytes(CONTENT);
	}

	private final FaultServer server = FaultServer.over(Map.of("a", CONTENT));
	private final URI address = URI.create(server.url("a"));
	private final HttpTransport transport = Transports.impatient();

	@AfterEach
	void stop() {
		server.close();
	}

	@Test
	void range_is_sent_and_answered_by_its_bytes() {
		assertArrayEquals(Arrays.copyOfRange(CONTENT, 500, 700), transport.get(
			address, new ByteRange(500, 200)).body());
		assertEquals("bytes=500-699", server.requests().get(0).range());
	}

	@Test
	void range_over_the_end_is_answered_by_the_bytes_there_are() {
		assertArrayEquals(Arrays.copyOfRange(CONTENT, 99_990, 100_000), transport
			.get(address, new ByteRange(99_990, 500)).body());
	}

	@Test
	void range_is_cut_out_when_the_server_sends_the_whole_object() {
		server.withoutRanges();

		assertArrayEquals(Arrays.copyOfRange(CONTENT, 500, 700), transport.get(
			address, new ByteRange(500, 200)).body());
		assertEquals(0, transport.get(address, new ByteRange(100_000, 5))
			.body().length);
	}

	@Test
	void range_far_into_an_object_of_a_server_without_ranges_is_unsupported() {
		server.withoutRanges();

		assertThrows(Unsupported.class, () -> transport.get(address, new ByteRange(
			1L << 40, 5)));
		assertEquals(1, server.requests().size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes 501-700/100000", "bytes 500-698/100000",
		"bytes */100000", "chunks 5-7/8", "bytes 500-699/600", "" })
	void range_is_asked_again_when_the_answer_is_of_another(
		final String contentRange)
	{
		server.rule("/a", r -> server.requests().size() > 1 ? server.content(r)
			: server.content(r).with("Content-Range", contentRange));

		assertArrayEquals(Arrays.copyOfRange(CONTENT, 500, 700), transport.get(
			address, new ByteRange(500, 200)).body());
		assertEquals(2, server.requests().size());
	}

	@Test
	void range_is_unavailable_when_the_answer_is_always_of_another() {
		server.rule("/a", r -> server.content(r).with("Content-Range",
			"bytes 0-199/100000"));

		final String message = assertThrows(Unavailable.class, () -> transport.get(
			address, new ByteRange(500, 200))).getMessage();

		assertTrue(message.contains("bytes 0-199/100000 instead of bytes=500-699"),
			message);
	}

	@Test
	void range_of_an_encoded_object_is_unsupported() {
		server.rule("/a", r -> server.content(r).with("Content-Encoding", "gzip"));

		assertThrows(Unsupported.class, () -> transport.get(address, new ByteRange(
			500, 200)));
	}

	@Test
	void body_without_announced_length_is_read_to_its_end() {
		server.rule("/a", r -> chunked(CONTENT));

		assertArrayEquals(CONTENT, transport.get(address).body());
	}

	@Test
	void body_that_ends_with_its_connection_is_read_to_its_end() {
		server.rule("/a", r -> server.content(r).with("Content-Length", "").cutAt(
			CONTENT.length, Ending.CLOSE));

		assertArrayEquals(CONTENT, transport.get(address).body());
	}

	@Test
	void body_that_breaks_off_within_its_chunks_is_asked_again() {
		server.rule("/a", r -> server.requests().size() > 1 ? server.content(r)
			: chunked(CONTENT).cutAt(CONTENT.length / 2, Ending.CLOSE));

		assertArrayEquals(CONTENT, transport.get(address).body());
	}

	@Test
	void body_that_is_announced_too_long_is_not_read() {
		final String message = assertThrows(CorruptData.class, () -> transport.send(
			HttpCall.get(address).withAtMost(99_999))).getMessage();

		assertTrue(message.contains("at most 99999 bytes but there are 100000"),
			message);
		assertEquals(1, server.requests().size());
	}

	@Test
	void body_that_turns_out_too_long_is_not_read_on() {
		server.rule("/a", r -> chunked(CONTENT));

		assertThrows(CorruptData.class, () -> transport.send(HttpCall.get(address)
			.withAtMost(99_999)));
		assertArrayEquals(CONTENT, transport.send(HttpCall.get(address).withAtMost(
			100_000)).body());
	}

	private static Answer chunked(final byte[] content) {
		final byte[] head = (Integer.toHexString(content.length) + "\r\n")
			.getBytes();
		final byte[] tail = "\r\n0\r\n\r\n".getBytes();
		final byte[] all = Arrays.copyOf(head, head.length + content.length +
			tail.length);
		System.arraycopy(content, 0, all, head.length, content.length);
		System.arraycopy(tail, 0, all, head.length + content.length, tail.length);
		return Answer.of(200, all).with("Transfer-Encoding", "chunked");
	}
}
