// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.benchmark;

import com.sun.management.ThreadMXBean;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import org.imageryclient.Progress;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.CutoutWriter;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.ij.ImageJSliceWriter;
import org.imageryclient.fiji.ij.ImageJStackWriter;
import org.imageryclient.geom.Region;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.mask.RootMask;
import org.imageryclient.store.Stores;
import org.imageryclient.volume.ReadSession;

/**
 * Times masks, for {@code scripts/benchmark-masks}, which times ImageryClient
 * for Python beside it:
 *
 * <pre>
 * MaskBenchmark SEGMENTATION_ADDRESS
 * in:  read LOW HIGH           reads the cutout: ok
 *      split                   counts the voxels of all its masks: ns, bytes
 *                              allocated, masks
 *      masks LOW HIGH          id:voxels:crc32 of each mask of a cutout
 *      choose LOW HIGH ID ...  reads these roots: ok
 *      save PREFIX             saves a PNG of each slice of their masks: ns, files
 * </pre>
 */
public final class MaskBenchmark {

	private final ImageryClient client;
	private final CutoutWriter writer = new CutoutWriter(new ImageJSliceWriter(),
		new ImageJStackWriter());
	private SegmentationCutout cutout;

	private MaskBenchmark(final ImageryClient client) {
		this.client = client;
	}

	public static void main(final String... args) throws IOException {
		final PrintStream out = new PrintStream(new FileOutputStream(
			FileDescriptor.out), true, StandardCharsets.UTF_8);
		final BufferedReader in = new BufferedReader(new InputStreamReader(
			System.in, StandardCharsets.UTF_8));
		try (ReadSession session = ReadSession.builder(new Stores(HttpTransport
			.anonymous())).build())
		{
			final MaskBenchmark benchmark = new MaskBenchmark(ImageryClient.builder(
				session).segmentationSource(args[0]).build());
			for (String line = in.readLine(); line != null; line = in.readLine())
				out.println(benchmark.answer(line.strip().split("\\s+")));
		}
	}

	private String answer(final String... words) {
		return switch (words[0]) {
			case "read" -> read(words, RootSelection.all());
			case "split" -> split();
			case "masks" -> masks(words);
			case "choose" -> read(words, RootSelection.of((Object[]) Arrays
				.copyOfRange(words, 3, words.length)));
			case "save" -> save(words[1]);
			default -> "error: unknown " + words[0];
		};
	}

	private String read(final String[] words, final RootSelection roots) {
		cutout = client.segmentation(region(words), roots);
		return "ok";
	}

	/** From the cutout: nothing that it counted before is used. */
	private String split() {
		final ThreadMXBean threads = (ThreadMXBean) ManagementFactory
			.getThreadMXBean();
		final long allocated = threads.getCurrentThreadAllocatedBytes();
		final long start = System.nanoTime();
		final MaskSet masks = MaskSet.of(cutout);
		final long[] voxels = masks.stream().mapToLong(RootMask::voxelCount)
			.toArray();
		final long nanos = System.nanoTime() - start;
		return nanos + " " + (threads.getCurrentThreadAllocatedBytes() -
			allocated) + " " + voxels.length;
	}

	private String masks(final String... words) {
		return client.segmentation(region(words)).masks().stream().map(
			mask -> Long.toUnsignedString(mask.id()) + ":" + mask.voxelCount() + ":" +
				crc(mask)).collect(Collectors.joining(" "));
	}

	/** Of 0 and 1 as bytes, x fastest. */
	private static long crc(final RootMask mask) {
		final CRC32 crc = new CRC32();
		for (int z = 0; z < mask.size().z(); z++) {
			final byte[] plane = mask.plane(2, z);
			for (int i = 0; i < plane.length; i++)
				plane[i] &= 1;
			crc.update(plane);
		}
		return crc.getValue();
	}

	private String save(final String prefix) {
		final MaskSet masks = cutout.masks();
		final long start = System.nanoTime();
		final int files = writer.saveMasks(masks, SaveOptions.prefix(prefix).colors(
			colors()), Progress.NONE).size();
		return System.nanoTime() - start + " " + files;
	}

	/** The same as in scripts/benchmark.d/masks.py. */
	private static RootColors colors() {
		return id -> 128 << 24 | (int) (id & 0xff) << 16 | (int) (id & 0xff00) |
			(int) (id >> 16 & 0xff);
	}

	private static Region region(final String... words) {
		return Region.bounds(corner(words[1]), corner(words[2]));
	}

	private static double[] corner(final String xyz) {
		return Arrays.stream(xyz.split(",")).mapToDouble(Double::parseDouble)
			.toArray();
	}
}
