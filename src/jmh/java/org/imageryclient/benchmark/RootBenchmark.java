// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.benchmark;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.graphene.ChunkedGraphClient;
import org.imageryclient.graphene.GrapheneAddress;
import org.imageryclient.graphene.RootLookup;
import org.imageryclient.graphene.RootTable;
import org.imageryclient.graphene.SegmentLayout;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.store.Stores;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.LoggedRequest;
import org.imageryclient.volume.LabelRead;
import org.imageryclient.volume.ReadSession;
import org.imageryclient.volume.Volume;

/**
 * Times what becomes of labels on the way to roots, for
 * {@code scripts/benchmark-roots}, which times fastremap beside it:
 *
 * <pre>
 * RootBenchmark VOLUME_ADDRESS
 * in:  index    reads the volume as index image and table: ns, ids
 *      map      maps the labels of the last read to id / 7 + 1: ns, crc32
 *      million  looks up the roots of 1,000,000 ids: ns, ns of the server
 * </pre>
 */
public final class RootBenchmark {

	private static final int MILLION = 1_000_000;

	private final Volume<?> volume;
	private LabelRead labels;

	private RootBenchmark(final Volume<?> volume) {
		this.volume = volume;
		labels = read();
	}

	public static void main(final String... args) throws IOException {
		final PrintStream out = new PrintStream(new FileOutputStream(
			FileDescriptor.out), true, StandardCharsets.UTF_8);
		final BufferedReader in = new BufferedReader(new InputStreamReader(
			System.in, StandardCharsets.UTF_8));
		try (ReadSession session = ReadSession.builder(
			new Stores(HttpTransport.anonymous())).cacheBytes(
				0).build())
		{
			final RootBenchmark benchmark = new RootBenchmark(Volume.open(SourceUrl
				.parse(args[0]), session));
			for (String line = in.readLine(); line != null; line = in.readLine())
				out.println(switch (line.strip()) {
					case "index" -> benchmark.index();
					case "map" -> benchmark.map();
					case "million" -> million();
					default -> "error: unknown " + line;
				});
		}
	}

	private LabelRead read() {
		return volume.readLabels(0, volume.bounds(0), Progress.NONE);
	}

	/** Reading and decoding are part of it: there are no 64-bit voxels before. */
	private String index() {
		labels = null;
		final long start = System.nanoTime();
		labels = read();
		return System.nanoTime() - start + " " + Arrays.stream(labels.ids()).filter(
			id -> id != 0).count();
	}

	private String map() {
		final long start = System.nanoTime();
		final long[] ids = labels.ids();
		final long[] mapped = new long[ids.length];
		for (int i = 0; i < ids.length; i++)
			mapped[i] = ids[i] == 0 ? 0 : ids[i] / 7 + 1;
		final long nanos = System.nanoTime() - start;
		return nanos + " " + new VoxelChecksum().ofLabels(new LabelRead(labels
			.indices(), mapped, labels.box(), labels.status()));
	}

	/** Sorts out, sends, takes in and maps; the server is on loopback. */
	private static String million() {
		final long[] ids = new Random(1).longs(MILLION, 1L << 56, 2L << 56)
			.toArray();
		final AtomicLong serverNanos = new AtomicLong();
		try (FaultServer server = FaultServer.over(Map.of())) {
			server.rule("/segmentation", request -> roots(request, serverNanos));
			final RootLookup lookup = new RootLookup(new ChunkedGraphClient(
				GrapheneAddress.of(SourceUrl.parse("graphene://" + server.url(
					"segmentation/table/t"))), HttpTransport.anonymous()),
				new SegmentLayout(8, 12, Map.of()));
			final long start = System.nanoTime();
			final RootLookup.Question question = lookup.ask(ids, Timestamp.now(Clock
				.systemUTC()));
			question.requests().forEach(Runnable::run);
			final RootTable roots = question.answer();
			final long nanos = System.nanoTime() - start;
			if (roots.failed() > 0 || roots.roots().length != MILLION)
				return "error: " + roots.failed() + " failed";
			return nanos + " " + serverNanos.get();
		}
	}

	private static Answer roots(final LoggedRequest request,
		final AtomicLong nanos)
	{
		final long start = System.nanoTime();
		final ByteBuffer in = ByteBuffer.wrap(request.body()).order(
			ByteOrder.LITTLE_ENDIAN);
		final ByteBuffer out = ByteBuffer.allocate(request.body().length).order(
			ByteOrder.LITTLE_ENDIAN);
		while (in.hasRemaining())
			out.putLong(in.getLong() & 0xffffffL | 12L << 56);
		nanos.addAndGet(System.nanoTime() - start);
		return Answer.of(200, out.array());
	}
}
