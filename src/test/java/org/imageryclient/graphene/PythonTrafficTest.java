// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.imageryclient.Timestamp;
import org.imageryclient.auth.Token;
import org.imageryclient.cave.InfoService;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.http.HttpLimits;
import org.imageryclient.http.RetryPolicy;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.testing.LoggedRequest;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.RecordedExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that cloud-volume and caveclient were recorded to send, and the same
 * questions asked by this project: they differ in nothing but timestamps, which
 * are as given here and rounded there.
 */
class PythonTrafficTest {

	/** Asked by the Python clients of themselves, or of no use to a cutout. */
	private static final List<String> WITHOUT_COUNTERPART = List.of(
		"/info/version", "/segmentation/api/versions", "/segmentation/api/version",
		"/root", "/tabular_change_log_many", "/valid_nodes", "/children");

	private static RecordedCave cave;
	private static ChunkedGraphClient graph;
	private static InfoService info;

	@BeforeAll
	static void start() {
		cave = RecordedCave.start();
		final HttpTransport viewer = new HttpTransport(HttpLimits.DEFAULT,
			RetryPolicy.DEFAULT, address -> Optional.of(Token.of(
				RecordedCave.VIEWER)));
		graph = new ChunkedGraphClient(GrapheneAddress.of(SourceUrl.parse(
			"graphene://" + cave.url("segmentation/table/pcg_test_v1"))), viewer);
		info = new InfoService(cave.address(), viewer);
	}

	@AfterAll
	static void stop() {
		cave.close();
	}

	@BeforeEach
	void clearLog() {
		cave.server().clearLog();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("withCounterpart")
	void request_isWhatPythonSends(final RecordedExchange theirs) {
		ask(theirs);

		assertEquals(1, cave.server().requests().size());
		final LoggedRequest ours = cave.server().requests().get(0);
		assertEquals(theirs.method(), ours.method());
		assertEquals(path(theirs.pathAndQuery()), path(ours.rawPath()));
		assertEquals(query(theirs.pathAndQuery()), query(ours.rawPath()));
		if (json(theirs.requestBody()).isPresent()) assertEquals(json(theirs
			.requestBody()), json(ours.body()));
		else assertArrayEquals(theirs.requestBody(), ours.body());
	}

	@Test
	void requests_withoutCounterpart_areFew() {
		final long all = RecordedCave.pythonTraffic().size();

		assertEquals(29, all);
		assertEquals(all - 7, withCounterpart().count());
	}

	static Stream<RecordedExchange> withCounterpart() {
		return RecordedCave.pythonTraffic().stream().filter(e -> WITHOUT_COUNTERPART
			.stream().noneMatch(path(e.pathAndQuery())::endsWith));
	}

	private static void ask(final RecordedExchange e) {
		final String path = path(e.pathAndQuery());
		final Map<String, String> query = allOf(e.pathAndQuery());
		final OptionalInt layer = query.containsKey("stop_layer") ? OptionalInt.of(
			Integer.parseInt(query.get("stop_layer"))) : OptionalInt.empty();
		final String last = path.substring(path.lastIndexOf('/') + 1);
		switch (last) {
			case "info" -> graph.info();
			case "datastacks" -> info.datastacks();
			case "realcave_stack" -> info.datastack(last);
			case "roots_binary" -> graph.roots(longs(e.requestBody()), time(query,
				"timestamp"), layer);
			case "leaves" -> graph.leaves(Long.parseUnsignedLong(path.split("/")[7]),
				Optional.ofNullable(query.get("bounds")).map(PythonTrafficTest::box),
				layer);
			case "is_latest_roots" -> graph.areLatestRoots(ids(e), time(query,
				"timestamp"));
			case "root_timestamps" -> graph.rootTimestamps(ids(e));
			case "lineage_graph_multiple" -> graph.lineage(ids(e), time(query,
				"timestamp_past"), time(query, "timestamp_future"));
			case "past_id_mapping" -> graph.idMapping(ids(e), time(query,
				"timestamp_past"), time(query, "timestamp_future"));
			case "oldest_timestamp" -> graph.oldestTimestamp();
			default -> throw new IllegalStateException(e.pathAndQuery());
		}
	}

	private static String path(final String pathAndQuery) {
		return URI.create(pathAndQuery).getPath();
	}

	/** The parameters but for timestamps. */
	private static Map<String, String> query(final String pathAndQuery) {
		final Map<String, String> query = allOf(pathAndQuery);
		query.keySet().removeIf(name -> name.startsWith("timestamp"));
		return query;
	}

	private static Map<String, String> allOf(final String pathAndQuery) {
		final Map<String, String> all = new TreeMap<>();
		Optional.ofNullable(URI.create(pathAndQuery).getQuery()).ifPresent(
			query -> {
				for (final String parameter : query.split("&"))
					all.put(parameter.split("=")[0], parameter.split("=")[1]);
			});
		return all;
	}

	private static Optional<Timestamp> time(final Map<String, String> query,
		final String name)
	{
		return Optional.ofNullable(query.get(name)).map(seconds -> Timestamp.parse(
			seconds, Clock.systemUTC()));
	}

	private static VoxelBox box(final String bounds) {
		final long[] ends = Arrays.stream(bounds.split("[-_]")).mapToLong(
			Long::parseLong).toArray();
		return new VoxelBox(new Long3(ends[0], ends[2], ends[4]), new Long3(ends[1],
			ends[3], ends[5]));
	}

	private static long[] longs(final byte[] body) {
		final long[] ids = new long[body.length / Long.BYTES];
		ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(
			ids);
		return ids;
	}

	private static long[] ids(final RecordedExchange e) {
		return json(e.requestBody()).orElseThrow().getAsJsonObject().entrySet()
			.iterator().next().getValue().getAsJsonArray().asList().stream()
			.mapToLong(JsonElement::getAsLong).toArray();
	}

	private static Optional<JsonElement> json(final byte[] body) {
		return body.length > 0 && body[0] == '{' ? Optional.of(JsonParser
			.parseString(new String(body, StandardCharsets.UTF_8))) : Optional
				.empty();
	}
}
