// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.imageryclient.CorruptData;
import org.imageryclient.CutoutException;
import org.imageryclient.SourceNotFound;
import org.imageryclient.Unavailable;
import org.imageryclient.Unsupported;
import org.imageryclient.auth.Token;
import org.imageryclient.auth.TokenSource;
import org.imageryclient.http.HttpLimits;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.http.RetryPolicy;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a user reads when the server of a graph fails. */
class FailingServerTest {

	private static final long[] IDS = { 72057594037927937L, 72057594037927938L };

	private static final TokenSource SECRET = address -> Optional.of(Token.of(
		"5f0e1d2c3b4a59687786958493a2b1c0"));

	private final FaultServer server = FaultServer.over(Map.of());

	@AfterEach
	void stop() {
		server.close();
	}

	@Test
	void roots_ofAServerThatFailsWithAMessage_quoteIt() {
		server.rule("/segmentation", r -> Answer.of(500,
			"{\"code\":500,\"message\":\"bigtable is asleep\"}").with("Content-Type",
				"application/json"));

		final String message = failure(Unavailable.class);

		assertTrue(message.contains("500") && message.contains(
			"bigtable is asleep"), message);
		assertTrue(message.contains("try again later"), message);
		assertEquals(2, server.requests().size());
	}

	@Test
	void roots_thatAreFewerThanIds_areNotTakenForAll() {
		server.rule("/segmentation", r -> Answer.of(200, new byte[8]));

		final String message = failure(CorruptData.class);

		assertTrue(message.contains("Expected 16 bytes") && message.contains(
			"got 8"), message);
	}

	@Test
	void roots_ofAReplyThatBreaksOff_areNotTaken() {
		server.rule("/segmentation", r -> Answer.of(200, new byte[16]).cutAt(8,
			Answer.Ending.RESET));

		assertTrue(failure(Unavailable.class).contains("roots_binary"));
		assertEquals(2, server.requests().size());
	}

	@Test
	void roots_ofAServerThatNeverAnswers_endByTimeOut() {
		server.rule("/segmentation", r -> Answer.silence());

		final String message = failure(Unavailable.class);

		assertTrue(message.contains("said nothing"), message);
	}

	@Test
	void roots_thatTheServerRefuses_areSaidToBe() {
		server.rule("/segmentation", r -> Answer.of(400,
			"{\"message\":\"Timestamp parameter is not valid\"}").with("Content-Type",
				"application/json"));

		final String message = failure(Unsupported.class);

		assertTrue(message.contains("400") && message.contains(
			"Timestamp parameter is not valid"), message);
		assertEquals(1, server.requests().size());
	}

	@Test
	void roots_ofAServerThatEchoesTheToken_doNotRepeatIt() {
		server.rule("/segmentation", r -> Answer.of(400, "no: " + r.header(
			"Authorization").orElse("")));

		final String message = failure(Unsupported.class);

		assertTrue(message.contains("400: no: Bearer ..."), message);
	}

	@Test
	void roots_thatAreRefusedInJson_areRefusedInItsWordsAlone() {
		server.rule("/segmentation", r -> Answer.of(400,
			"{\"code\":400,\"message\":\"bad question\",\"traceback\":[\"line 1\"]}")
			.with("Content-Type", "application/json"));

		final String message = failure(Unsupported.class);

		assertTrue(message.contains("400: bad question") && !message.contains(
			"traceback"), message);
	}

	/**
	 * PyChunkedGraph's word for ids that a table frozen in time is too old for.
	 */
	@Test
	void roots_thatAreYoungerThanAFrozenTable_areNoMatterOfTokens() {
		server.rule("/segmentation", r -> Answer.of(401,
			"{\"code\":401,\"message\":\"root_id not valid at timestamp\"}").with(
				"Content-Type", "application/json"));

		final String message = failure(SourceNotFound.class);

		assertTrue(message.contains("root_id not valid at timestamp") && message
			.contains("frozen"), message);
	}

	@Test
	void roots_comeThroughWhenTheSecondTryDoes() {
		final byte[] right = new byte[16];
		Arrays.fill(right, (byte) 1);
		server.rule("/segmentation", r -> server.requests().size() == 1 ? Answer
			.reset() : Answer.of(200, right));

		assertEquals(0x0101010101010101L, client().roots(IDS, Optional.empty(),
			OptionalInt.empty())[1]);
	}

	@Test
	void info_thatIsNoJson_isNamed() {
		server.rule("/segmentation", r -> Answer.of(200, "<html>"));

		final String message = assertThrows(CorruptData.class, () -> client()
			.info()).getMessage();

		assertTrue(message.contains("/segmentation/table/t/info"), message);
	}

	private <E extends CutoutException> String failure(final Class<E> type) {
		return assertThrows(type, () -> client().roots(IDS, Optional.empty(),
			OptionalInt.empty())).getMessage();
	}

	private ChunkedGraphClient client() {
		final HttpLimits hasty = new HttpLimits(4, Duration.ofSeconds(2), Duration
			.ofMillis(300));
		return new ChunkedGraphClient(GrapheneAddress.of(SourceUrl.parse(
			"graphene://" + server.url("segmentation/table/t"))), new HttpTransport(
				hasty, new RetryPolicy(2, Duration.ZERO, Duration.ZERO, Duration
					.ofSeconds(20)), SECRET));
	}
}
