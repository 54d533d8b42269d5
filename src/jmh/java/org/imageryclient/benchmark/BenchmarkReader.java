// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.benchmark;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.imageryclient.Progress;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.store.Stores;
import org.imageryclient.volume.LabelRead;
import org.imageryclient.volume.ReadSession;
import org.imageryclient.volume.Volume;
import org.imageryclient.volume.VolumeRead;

/**
 * Reads boxes on demand, for {@code scripts/benchmark}, which runs the other
 * readers in the same way:
 *
 * <pre>
 * BenchmarkReader BASE_URL
 * in:  open VOLUME
 *      read|check VOLUME X0,Y0,Z0 X1,Y1,Z1 samples|labels
 * out: ok | the nanoseconds of the read
 *      | the crc32 of the voxels' bytes, x fastest, and their number | error WHY
 * </pre>
 *
 * Only the read itself is timed: the volume is opened before, and no chunk is
 * kept from one read to the next.
 */
public final class BenchmarkReader {

	private final String base;
	private final ReadSession session;
	private final Map<String, Volume<?>> volumes = new HashMap<>();

	private BenchmarkReader(final String base, final ReadSession session) {
		this.base = base;
		this.session = session;
	}

	public static void main(final String... args) throws IOException {
		final PrintStream out = new PrintStream(new FileOutputStream(
			FileDescriptor.out), true, StandardCharsets.UTF_8);
		final BufferedReader in = new BufferedReader(new InputStreamReader(
			System.in, StandardCharsets.UTF_8));
		try (ReadSession session = ReadSession.builder(new Stores(HttpTransport
			.anonymous())).cacheBytes(0).build())
		{
			final BenchmarkReader reader = new BenchmarkReader(args[0], session);
			for (String line = in.readLine(); line != null; line = in.readLine())
				out.println(reader.answerOrError(line.strip().split("\\s+")));
		}
	}

	private String answerOrError(final String[] words) {
		try {
			return answer(words);
		}
		catch (final RuntimeException e) {
			return "error " + e.toString().replace('\n', ' ');
		}
	}

	private String answer(final String[] words) {
		final String name = words[1];
		if (words[0].equals("open")) {
			volumes.put(name, Volume.open(SourceUrl.parse("precomputed://" + base +
				"/" + name), session));
			return "ok";
		}
		final Volume<?> volume = volumes.get(name);
		final VoxelBox box = new VoxelBox(corner(words[2]), corner(words[3]));
		return words[4].equals("labels") ? labels(words[0], volume, box) : samples(
			words[0], volume, box);
	}

	private static String samples(final String verb, final Volume<?> volume,
		final VoxelBox box)
	{
		final long start = System.nanoTime();
		final VolumeRead<?> read = volume.read(0, box, Progress.NONE);
		final long nanos = System.nanoTime() - start;
		if (verb.equals("read")) return Long.toString(nanos);
		return new VoxelChecksum().ofSamples(read.image()).toString();
	}

	private static String labels(final String verb, final Volume<?> volume,
		final VoxelBox box)
	{
		final long start = System.nanoTime();
		final LabelRead read = volume.readLabels(0, box, Progress.NONE);
		final long nanos = System.nanoTime() - start;
		if (verb.equals("read")) return Long.toString(nanos);
		return new VoxelChecksum().ofLabels(read).toString();
	}

	private static Long3 corner(final String xyz) {
		return Long3.of(Arrays.stream(xyz.split(",")).mapToLong(Long::parseLong)
			.toArray());
	}
}
