// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;

import org.imageryclient.CorruptData;
import org.imageryclient.SourceNotFound;
import org.imageryclient.Timestamp;
import org.imageryclient.Unsupported;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.http.HttpCall;
import org.imageryclient.http.HttpReply;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.json.JsonCursor;
import org.imageryclient.store.ContentEncoding;

/**
 * The questions that a PyChunkedGraph server answers about one graph. Each
 * method is one request, repeated where a retry may heal; all carry the token
 * of the server. Ids are unsigned 64-bit. Source: PyChunkedGraph's API, version
 * 1; reference/formats.md §6.4 and §6.8.
 * <p>
 * Common to all: {@link org.imageryclient.AccessDenied} without a token that
 * may view the graph, {@link org.imageryclient.Unavailable} when the server
 * fails, {@link SourceNotFound} where there is no such graph,
 * {@link Unsupported} with the server's own words where it refuses the
 * question.
 * </p>
 */
public final class ChunkedGraphClient {

	private static final long MOST_INFO_BYTES = 16 << 20;

	private final GrapheneAddress address;
	private final HttpTransport transport;

	public ChunkedGraphClient(final GrapheneAddress address,
		final HttpTransport transport)
	{
		this.address = address;
		this.transport = transport;
	}

	public GrapheneAddress address() {
		return address;
	}

	/** What the graph is, and where its supervoxels are. */
	public GrapheneInfo info() {
		final byte[] info = ask(HttpCall.get(address.info()).withAtMost(
			MOST_INFO_BYTES));
		return GrapheneInfo.parse(new String(info, StandardCharsets.UTF_8), address
			.info().toString());
	}

	/**
	 * The roots of ids as the server tells them, in the same order; what to make
	 * of them, {@link RootLookup} knows.
	 *
	 * @param time nothing for the server's present
	 * @param stopLayer to climb to this layer only
	 */
	public long[] roots(final long[] ids, final Optional<Timestamp> time,
		final OptionalInt stopLayer)
	{
		if (ids.length == 0) return new long[0];
		final ByteBuffer body = ByteBuffer.allocate(Math.multiplyExact(ids.length,
			Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
		body.asLongBuffer().put(ids);
		final Query query = new Query("roots_binary");
		stopLayer.ifPresent(layer -> query.with("stop_layer", layer));
		time.ifPresent(t -> query.with("timestamp", t.toSeconds()));
		// A form's content type would be answered with 500.
		final byte[] reply = ask(HttpCall.post(query.uri(), body.array())
			.withHeader("Content-Type", "application/octet-stream"));
		if (reply.length != body.capacity()) throw new CorruptData("Expected " +
			body.capacity() + " bytes, one root for each of " + ids.length +
			" ids, but got " + reply.length + " from " + query.uri() +
			"; try again, and tell those who run the server if that does not help.");
		final long[] roots = new long[ids.length];
		ByteBuffer.wrap(reply).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(
			roots);
		return roots;
	}

	/**
	 * The supervoxels of a node, or its descendants of another layer.
	 *
	 * @param bounds in voxels of the first scale, not below zero; nothing for
	 *          all. The reply covers every graph chunk that they touch
	 * @param stopLayer the layer of the ids wanted, 1 if empty
	 */
	public long[] leaves(final long node, final Optional<VoxelBox> bounds,
		final OptionalInt stopLayer)
	{
		final Query query = new Query("node/" + Long.toUnsignedString(node) +
			"/leaves");
		bounds.ifPresent(box -> query.with("bounds", text(box)));
		stopLayer.ifPresent(layer -> query.with("stop_layer", layer));
		return ids(json(HttpCall.get(query.uri())).get("leaf_ids"));
	}

	/**
	 * The supervoxels of several nodes with one request.
	 *
	 * @return by node, in the order asked; nothing where the server does not
	 *         offer it
	 */
	public Optional<Map<Long, long[]>> leavesMany(final long[] nodes,
		final Optional<VoxelBox> bounds)
	{
		final Query query = new Query("node/leaves_many");
		bounds.ifPresent(box -> query.with("bounds", text(box)));
		final HttpReply reply = transport.send(withJson(HttpCall.post(query.uri(),
			new byte[0]), "node_ids", nodes).withToken(true));
		if (reply.status() == 404 || reply.status() == 405) return Optional.empty();
		final JsonCursor answer = parse(content(reply, query.uri()), query.uri());
		final Map<Long, long[]> leaves = new LinkedHashMap<>();
		for (final long node : nodes)
			leaves.put(node, answer.find(Long.toUnsignedString(node)).map(
				ChunkedGraphClient::ids).orElse(new long[0]));
		return Optional.of(leaves);
	}

	/**
	 * Whether each root is current: not yet replaced by an edit before
	 * {@code time}.
	 */
	public boolean[] areLatestRoots(final long[] roots,
		final Optional<Timestamp> time)
	{
		final Query query = new Query("is_latest_roots");
		time.ifPresent(t -> query.with("timestamp", t.toSeconds()));
		final List<JsonCursor> latest = json(withJson(HttpCall.post(query.uri(),
			new byte[0]), "node_ids", roots)).get("is_latest").elements();
		if (latest.size() != roots.length) throw new CorruptData("Expected " +
			roots.length + " answers, one for each root, but got " + latest.size() +
			" from " + query.uri() + "; tell those who run the server.");
		final boolean[] result = new boolean[roots.length];
		for (int i = 0; i < result.length; i++)
			result[i] = latest.get(i).asBoolean();
		return result;
	}

	/** What became of roots, and what they came from. */
	public Lineage lineage(final long[] roots, final Optional<Timestamp> past,
		final Optional<Timestamp> future)
	{
		final Query query = new Query("lineage_graph_multiple");
		past.ifPresent(t -> query.with("timestamp_past", t.toSeconds()));
		future.ifPresent(t -> query.with("timestamp_future", t.toSeconds()));
		return Lineage.parse(json(withJson(HttpCall.post(query.uri(), new byte[0]),
			"root_ids", roots)));
	}

	/**
	 * Those of some roots that the graph ever had, current or not.
	 *
	 * @return in the order of the server
	 */
	public long[] knownRoots(final long[] roots) {
		final Query query = new Query("valid_nodes");
		// The server takes this question as a GET with a body only.
		return ids(json(withJson(HttpCall.get(query.uri()), "node_ids", roots)).get(
			"valid_roots"));
	}

	/** When each root came to be. */
	public Timestamp[] rootTimestamps(final long[] roots) {
		final Query query = new Query("root_timestamps").with("latest", "False");
		return json(withJson(HttpCall.post(query.uri(), new byte[0]), "node_ids",
			roots)).get("timestamp").elements().stream().mapToDouble(
				JsonCursor::asDouble).mapToObj(Timestamp::ofSeconds).toArray(
					Timestamp[]::new);
	}

	/**
	 * The roots that each root's voxels belonged to earlier and later.
	 *
	 * @param past nothing for the oldest time
	 * @param future nothing for the present
	 */
	public IdMapping idMapping(final long[] roots, final Optional<Timestamp> past,
		final Optional<Timestamp> future)
	{
		final Query query = new Query("past_id_mapping");
		past.ifPresent(t -> query.with("timestamp_past", t.toSeconds()));
		future.ifPresent(t -> query.with("timestamp_future", t.toSeconds()));
		// The server takes this question as a GET with a body only.
		return IdMapping.parse(json(withJson(HttpCall.get(query.uri()), "root_ids",
			roots)));
	}

	/**
	 * Just before the first edit. The graph itself may be older: it begins when
	 * it was ingested.
	 */
	public Timestamp oldestTimestamp() {
		final JsonCursor iso = json(HttpCall.get(address.api("oldest_timestamp")))
			.get("iso");
		return Timestamp.parse(iso.asString(), Clock.systemUTC());
	}

	private JsonCursor json(final HttpCall call) {
		return parse(ask(call), call.address());
	}

	private byte[] ask(final HttpCall call) {
		final HttpCall asked = call.withToken(true);
		return content(transport.send(asked), asked.address());
	}

	private byte[] content(final HttpReply reply, final URI asked) {
		if (reply.isSuccess()) return reply.header("Content-Encoding").flatMap(
			ContentEncoding::ofWord).map(e -> e.decode(reply.body(),
				Integer.MAX_VALUE, asked.toString())).orElse(reply.body());
		final String said = reply.statusAndWords();
		if (reply.status() == 404 || reply.errorName().equals(Optional.of(
			"invalid_table_id"))) throw new SourceNotFound(
				"Expected a graph named \"" + address.table() + "\" at " + address
					.service() + " but the server answered " + said +
					"; check the name of the table.");
		if (said.contains("not valid at timestamp")) throw new SourceNotFound(
			"Expected ids that the graph " + address + " knows but it answered " +
				said +
				"; it may be frozen at a time before they came to be: try older ids, or the graph that is still edited.");
		throw new Unsupported("Expected an answer from " + asked +
			" but the server refused the question with " + said + ".");
	}

	private static JsonCursor parse(final byte[] json, final URI where) {
		return JsonCursor.parse(new String(json, StandardCharsets.UTF_8), where
			.toString());
	}

	private static HttpCall withJson(final HttpCall call, final String name,
		final long[] ids)
	{
		final JsonArray array = new JsonArray(ids.length);
		Arrays.stream(ids).mapToObj(Long::toUnsignedString).map(BigInteger::new)
			.forEach(array::add);
		final JsonObject body = new JsonObject();
		body.add(name, array);
		return call.withBody(body.toString().getBytes(StandardCharsets.UTF_8))
			.withHeader("Content-Type", "application/json");
	}

	static long[] ids(final JsonCursor array) {
		return array.elements().stream().mapToLong(JsonCursor::asUnsignedLong)
			.toArray();
	}

	/** {@code x0-x1_y0-y1_z0-z1}, which leaves no room for a minus. */
	private static String text(final VoxelBox box) {
		final StringJoiner text = new StringJoiner("_");
		for (int d = 0; d < 3; d++) {
			if (box.min().get(d) < 0) throw new IllegalArgumentException(
				"Expected bounds that begin at 0 or above but got " + box + ".");
			text.add(box.min().get(d) + "-" + box.max().get(d));
		}
		return text.toString();
	}

	/** An address below the table that grows by its query. */
	private final class Query {

		private final StringBuilder text;
		private char separator = '?';

		Query(final String path) {
			text = new StringBuilder(path);
		}

		Query with(final String name, final Object value) {
			text.append(separator).append(name).append('=').append(value);
			separator = '&';
			return this;
		}

		URI uri() {
			return address.api(text.toString());
		}
	}
}
