// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.imageryclient.Timestamp;
import org.imageryclient.auth.Token;
import org.imageryclient.geom.Region;
import org.imageryclient.http.HttpLimits;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.http.RetryPolicy;
import org.imageryclient.store.Stores;
import org.imageryclient.testing.LoggedRequest;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.volume.ReadSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A graph whose every answer was recorded from a real server, and a client for
 * it.
 */
abstract class GrapheneCutoutCase {

	static final Region SOMEWHERE = Region.bounds(1040, 2030, 305, 1130, 2120,
		330);

	static final Timestamp BEFORE_EDITS = time("1706745600");
	static final Timestamp AFTER_SPLIT = time("1719792000");

	RecordedCave cave;
	ReadSession session;

	@BeforeEach
	void start() {
		cave = RecordedCave.start();
		final HttpTransport transport = new HttpTransport(HttpLimits.DEFAULT,
			new RetryPolicy(2, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(20)),
			address -> Optional.of(Token.of(RecordedCave.VIEWER)));
		session = ReadSession.builder(new Stores(transport)).cacheBytes(0).build();
	}

	@AfterEach
	void stop() {
		session.close();
		cave.close();
	}

	String source() {
		return "graphene://" + cave.url("segmentation/table/pcg_test_v1");
	}

	ImageryClient client() {
		return ImageryClient.builder(session).segmentationSource(source()).build();
	}

	int chunkRequests() {
		return requests("/data/ws/8_8_40").size();
	}

	List<LoggedRequest> rootRequests() {
		return requests("roots_binary");
	}

	List<LoggedRequest> requests(final String part) {
		return cave.server().requests().stream().filter(r -> r.rawPath().contains(
			part)).toList();
	}

	static Timestamp time(final String text) {
		return Timestamp.parse(text.equals("now") ? "2026-11-22T20:28:00Z" : text,
			Clock.systemUTC());
	}
}
