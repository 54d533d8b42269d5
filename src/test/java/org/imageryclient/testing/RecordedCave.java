// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CAVE deployment on the loopback interface that answers as real servers were
 * recorded to answer: what was asked then is answered as it was; roots, leaves
 * and lineage of the graph {@code pcg_test_v1} come from the recorded tables.
 * The supervoxels lie in an open bucket of the same server, below
 * {@code /data}.
 *
 * <pre>
 * try (RecordedCave cave = RecordedCave.start()) {
 * 	open("graphene://" + cave.url("segmentation/table/pcg_test_v1"));
 * }
 * </pre>
 */
public final class RecordedCave implements AutoCloseable {

	/** May view everything but what needs terms of service. */
	public static final String VIEWER = "b0000000000000000000000000000002";

	/** Has no permission to view anything. */
	public static final String NOBODY = "d0000000000000000000000000000004";

	private static final String RECORDED_AT = "http://127.0.0.1:47080";

	private static final double RECORDING_BEGAN = 1.795e9;

	private static final Pattern TIME = Pattern.compile(
		"([?&])(timestamp(?:_past|_future)?)=(\\d+(?:\\.\\d+)?)");

	private static final Pattern LEAVES = Pattern.compile(
		".*/node/(\\d+)/leaves(?:\\?bounds=([\\d_-]+))?");

	private static final List<String> GROUPS = List.of("info", "infoservice",
		"auth", "errors", "lineage", "leaves", "roots", "reference_client_traffic");

	private final FaultServer server;
	private final List<RecordedExchange> exchanges = new ArrayList<>();
	private final RecordedGraph graph;
	private final RecordedEdits edits;

	private RecordedCave(final Path folder) {
		for (final String group : GROUPS)
			exchanges.addAll(RecordedExchange.group(folder.resolve("transcripts"),
				group));
		graph = new RecordedGraph(folder.resolve(
			"supervoxel_roots_pcg_test_v1.csv.gz"));
		edits = new RecordedEdits(folder.resolve(
			"transcripts/edits_pcg_test_v1.json"), graph.allRoots());
		server = FaultServer.over(folder);
		for (final String part : List.of("/segmentation", "/info", "/auth"))
			server.rule(part, this::answer);
	}

	public static RecordedCave start() {
		return new RecordedCave(folder());
	}

	/** The folder of the recordings. */
	public static Path folder() {
		try {
			return Path.of(RecordedCave.class.getResource("/cave").toURI());
		}
		catch (final URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	/** {@code http://127.0.0.1:PORT}. */
	public URI address() {
		return URI.create(server.url());
	}

	public String url(final String path) {
		return server.url(path);
	}

	/** For its log and its faults. */
	public FaultServer server() {
		return server;
	}

	public RecordedGraph graph() {
		return graph;
	}

	/** What the Python clients sent. */
	public static List<RecordedExchange> pythonTraffic() {
		return RecordedExchange.group(folder().resolve("transcripts"),
			"reference_client_traffic");
	}

	/** The recorded exchange of a name. */
	public RecordedExchange exchange(final String name) {
		return exchanges.stream().filter(e -> e.name().equals(name)).findFirst()
			.orElseThrow();
	}

	@Override
	public void close() {
		server.close();
	}

	private Answer answer(final LoggedRequest request) {
		final Optional<RecordedExchange> said = exchanges.stream().filter(
			e -> isSame(e, request)).findFirst();
		if (said.isPresent()) return replay(said.get());
		if (!isViewer(request)) return refuse(request);
		final String asked = request.rawPath();
		final boolean isForm = request.header("Content-Type").orElse("").equals(
			"application/x-www-form-urlencoded");
		if (asked.contains("/table/pcg_test_v1/roots_binary")) return isForm
			? replay(exchange("roots_binary content-type x-www-form-urlencoded"))
			: roots(request);
		if (asked.contains("/table/pcg_test_v1/node/leaves_many"))
			return leavesMany(request);
		if (asked.contains("/table/pcg_test_v1/is_latest_roots")) return json(Map
			.of("is_latest", idsOf(request).stream().map(root -> edits.isLatest(root,
				timestamp(request))).toList()));
		if (asked.contains("/table/pcg_test_v1/lineage_graph_multiple"))
			return edits.lineage(idsOf(request)).map(RecordedCave::json).orElseGet(
				() -> replay(exchange("root_timestamps known+unknown")));
		if (asked.contains("/table/pcg_test_v1/valid_nodes")) return json(Map.of(
			"valid_roots", idsOf(request).stream().filter(edits::isKnown).toList()));
		if (asked.startsWith("/info/api/v2/datastack/full/")) return replay(
			exchange("unknown datastack (not in auth mapping)"));
		final Matcher leaves = LEAVES.matcher(asked);
		if (leaves.matches()) return json(Map.of("leaf_ids", graph.leaves(Long
			.parseUnsignedLong(leaves.group(1)), Optional.ofNullable(leaves.group(2))
				.orElse(""))));
		return Answer.of(599, "Nothing like it was recorded: " + request.method() +
			" " + asked);
	}

	private boolean isSame(final RecordedExchange e,
		final LoggedRequest request)
	{
		return e.method().equals(request.method()) && sameQuestion(e.pathAndQuery())
			.equals(sameQuestion(request.rawPath())) && e.token().equals(request
				.header("Authorization").orElse("")) && isProgrammatic(request) == e
					.isProgrammatic() && isSameBody(e.requestBody(), request.body());
	}

	/** Times as whole milliseconds, those of the day of recording left out. */
	private static String sameQuestion(final String pathAndQuery) {
		return TIME.matcher(pathAndQuery).replaceAll(time -> {
			final double seconds = Double.parseDouble(time.group(3));
			return seconds > RECORDING_BEGAN ? "" : "&" + time.group(2) + "=" + Math
				.round(seconds * 1000);
		}).replaceFirst("\\?|&", "?");
	}

	private static boolean isSameBody(final byte[] a, final byte[] b) {
		if (Arrays.equals(a, b)) return true;
		final String recorded = new String(a, StandardCharsets.UTF_8);
		return recorded.startsWith("{") && recorded.replace(" ", "").equals(
			new String(b, StandardCharsets.UTF_8).replace(" ", ""));
	}

	private static boolean isProgrammatic(final LoggedRequest request) {
		return request.header("Authorization").isPresent() || request.header(
			"X-Requested-With").isPresent();
	}

	private static boolean isViewer(final LoggedRequest request) {
		return request.header("Authorization").equals(Optional.of("Bearer " +
			VIEWER));
	}

	/** As the same token was refused elsewhere. */
	private Answer refuse(final LoggedRequest request) {
		return exchanges.stream().filter(e -> e.status() >= 300 && e.token().equals(
			request.header("Authorization").orElse("")) && e
				.isProgrammatic() == isProgrammatic(request)).findFirst().map(
					this::replay).orElseGet(() -> replay(exchange("info: wrong token")));
	}

	private Answer replay(final RecordedExchange e) {
		Answer answer = Answer.of(e.status(), moved(e.responseBody()));
		for (final Map.Entry<String, String> header : e.responseHeaders()
			.entrySet())
			if (!header.getKey().matches(
				"(?i)content-length|connection|date|transfer-encoding")) answer = answer
					.with(header.getKey(), header.getValue().replace(RECORDED_AT, server
						.url()));
		return answer;
	}

	private byte[] moved(final byte[] body) {
		final String text = new String(body, StandardCharsets.ISO_8859_1);
		return text.contains(RECORDED_AT) ? text.replace(RECORDED_AT, server.url())
			.getBytes(StandardCharsets.ISO_8859_1) : body;
	}

	private Answer roots(final LoggedRequest request) {
		final long[] ids = new long[request.body().length / Long.BYTES];
		ByteBuffer.wrap(request.body()).order(ByteOrder.LITTLE_ENDIAN)
			.asLongBuffer().get(ids);
		final long[] roots = graph.answer(ids, timestamp(request));
		final ByteBuffer body = ByteBuffer.allocate(roots.length * Long.BYTES)
			.order(ByteOrder.LITTLE_ENDIAN);
		body.asLongBuffer().put(roots);
		// As real servers do.
		return Answer.of(200, body.array()).with("Content-Type",
			"text/html; charset=utf-8");
	}

	private static double timestamp(final LoggedRequest request) {
		final Matcher time = TIME.matcher(request.rawPath());
		return time.find() ? Double.parseDouble(time.group(3)) : Double.MAX_VALUE;
	}

	private static List<Long> idsOf(final LoggedRequest request) {
		final List<Long> ids = new ArrayList<>();
		final JsonObject body = new Gson().fromJson(new String(request.body(),
			StandardCharsets.UTF_8), JsonObject.class);
		body.getAsJsonArray(body.keySet().iterator().next()).forEach(id -> ids.add(
			id.getAsBigInteger().longValue()));
		return ids;
	}

	private Answer leavesMany(final LoggedRequest request) {
		final Matcher bounds = Pattern.compile("bounds=([\\d_-]+)").matcher(request
			.rawPath());
		final String within = bounds.find() ? bounds.group(1) : "";
		final JsonObject answer = new JsonObject();
		for (final long id : idsOf(request))
			answer.add(Long.toUnsignedString(id), new Gson().toJsonTree(graph.leaves(
				id, within)));
		return json(answer);
	}

	private static Answer json(final Object value) {
		return Answer.of(200, new Gson().toJson(value)).with("Content-Type",
			"application/json");
	}

	/** The distinct paths that were asked for, in alphabetical order. */
	public List<String> paths() {
		final List<String> paths = new ArrayList<>(server.requests().stream().map(
			LoggedRequest::path).distinct().toList());
		Collections.sort(paths);
		return paths;
	}
}
