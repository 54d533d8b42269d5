// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.graphene.ChunkedGraphClient;
import org.imageryclient.graphene.IdMapping;
import org.imageryclient.volume.Agglomeration;

/** What Python asks a CAVEclient: the graph, the info service, the client. */
final class CaveCalls {

	/** As Python writes it. */
	private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
		"yyyy-MM-dd'T'HH:mm:ss[.SSS]xxx");

	private CaveCalls() {}

	static CallResult roots(final GoldenClient client, final PythonArguments args,
		final Path folder)
	{
		final Timestamp time = RequestArguments.time(args, "timestamp").orElseGet(
			() -> Timestamp.now(RequestArguments.CLOCK));
		return ids(agglomeration(client).rootsOf(ids(args, "supervoxel_ids"), time,
			Progress.NONE).roots());
	}

	static CallResult areLatest(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		final boolean[] latest = graph(client).areLatestRoots(ids(args, "root_ids"),
			RequestArguments.time(args, "timestamp"));
		return json(latest);
	}

	static CallResult leaves(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		final OptionalInt layer = args.integer("stop_layer").map(OptionalInt::of)
			.orElse(OptionalInt.empty());
		return ids(graph(client).leaves(id(args), args.value("bounds").map(
			RequestArguments::box), layer));
	}

	static CallResult latest(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		final long root = id(args);
		return ids(graph(client).lineage(new long[] { root }, Optional.empty(),
			RequestArguments.time(args, "timestamp")).latest(root));
	}

	static CallResult pastIds(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		final IdMapping ids = graph(client).idMapping(ids(args, "root_ids"),
			RequestArguments.time(args, "timestamp_past"), RequestArguments.time(args,
				"timestamp_future"));
		return json(Map.of("past_id_map", texts(ids.past()), "future_id_map", texts(
			ids.future())));
	}

	static CallResult oldest(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		return json(ISO.format(graph(client).oldestTimestamp().instant().atOffset(
			ZoneOffset.UTC)).replace(".000", ""));
	}

	static CallResult baseResolution(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		return json(client.get().segmentationVolume().orElseThrow().resolution(0)
			.toArray());
	}

	static CallResult datastacks(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		return json(client.infoService().datastacks());
	}

	static CallResult attributes(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		final ImageryClient c = client.get();
		final JsonObject value = new JsonObject();
		value.add("resolution", new Gson().toJsonTree(c.resolution().toArray()));
		c.imageSource().ifPresent(s -> value.addProperty("image_source", s));
		c.segmentationSource().ifPresent(s -> value.addProperty(
			"segmentation_source", s));
		client.token().ifPresent(t -> value.addProperty("token", t.reveal()));
		c.imageMip().ifPresent(m -> value.addProperty("image_mip", m));
		c.segmentationMip().ifPresent(m -> value.addProperty("segmentation_mip",
			m));
		return new CallResult.Json(value);
	}

	private static Agglomeration agglomeration(final GoldenClient client) {
		return client.get().segmentationVolume().orElseThrow().agglomeration()
			.orElseThrow();
	}

	private static ChunkedGraphClient graph(final GoldenClient client) {
		return agglomeration(client).graph();
	}

	private static long id(final PythonArguments args) {
		return Long.parseUnsignedLong(args.text("root_id").orElseThrow());
	}

	private static long[] ids(final PythonArguments args, final String name) {
		final List<String> ids = PythonArguments.ids(args.value(name)
			.orElseThrow());
		return RootSelection.of(ids).ids();
	}

	private static CallResult ids(final long[] ids) {
		return json(Arrays.stream(ids).mapToObj(Long::toUnsignedString).toList());
	}

	private static Map<String, List<String>> texts(
		final Map<Long, List<Long>> byId)
	{
		final Map<String, List<String>> texts = new TreeMap<>();
		byId.forEach((id, others) -> texts.put(Long.toUnsignedString(id), others
			.stream().map(Long::toUnsignedString).collect(Collectors.toList())));
		return texts;
	}

	private static CallResult json(final Object value) {
		final JsonElement tree = new Gson().toJsonTree(value);
		return new CallResult.Json(tree);
	}
}
