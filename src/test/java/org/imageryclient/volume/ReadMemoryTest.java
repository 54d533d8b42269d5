// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.carrotsearch.hppc.LongIntHashMap;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.luben.zstd.ZstdInputStream;
import com.google.gson.Gson;

import dev.failsafe.Failsafe;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import net.imglib2.img.Img;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.io.IOUtils;
import org.brotli.dec.BrotliInputStream;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.ChunkGrid;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.testing.PositionFormula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;

/**
 * A result of 512 MB fits a heap of 1.5 times that and 128 MB, with the
 * collector that wastes most on large arrays. All chunks of a volume are one
 * and the same, so that writing it takes no time.
 */
@Timeout(120)
class ReadMemoryTest {

	private static final String HEAP = "-Xmx" + (512 * 3 / 2 + 128) + "m";

	private static final long VOXELS_LABELS = 512L * 512 * 512;

	@TempDir
	Path folder;

	@Test
	void readLabels_512Mb_fitsAHeapOf896Mb() throws Exception {
		final Long3 chunk = new Long3(64, 64, 64);
		final long zerosPerChunk = write(FormulaVolume.labels(DataType.UINT64,
			PositionFormula.CUBES), chunk, new Long3(512, 512, 512));
		assertFits(zerosPerChunk * VOXELS_LABELS / chunk.product());
	}

	@Test
	void read_512Mb_fitsAHeapOf896Mb() throws Exception {
		final Long3 chunk = new Long3(128, 128, 64);
		final long zerosPerChunk = write(FormulaVolume.raw(DataType.UINT8,
			PositionFormula.CUBES), chunk, new Long3(1024, 1024, 512));
		assertFits(zerosPerChunk * 512);
	}

	/**
	 * Writes {@code size} voxels as copies of one chunk in cubes of 16 voxels.
	 *
	 * @return the zeros of one chunk
	 */
	private long write(final FormulaVolume formula, final Long3 chunk,
		final Long3 size) throws IOException
	{
		final Resolution resolution = new Resolution(6.25, 6.25, 6.25);
		final FormulaVolume one = formula.scale(resolution, Long3.ZERO, chunk,
			chunk);
		long zeros = 0;
		for (int i = 0; i < chunk.product(); i++)
			if (one.valueAt(0, i % chunk.x(), i / chunk.x() % chunk.y(), i / chunk
				.x() / chunk.y(), 0) == 0) zeros++;
		Files.createDirectories(folder.resolve("s0"));
		for (final Map.Entry<String, byte[]> file : one.files().entrySet()) {
			if (file.getKey().equals("info")) Files.writeString(folder.resolve(
				"info"), new String(file.getValue()).replace("\"size\": [" + chunk +
					"]", "\"size\": [" + size + "]"));
			else writeEverywhere(gzip(file.getValue()), new ChunkGrid(VoxelBox.ofSize(
				Long3.ZERO, size), chunk));
		}
		return zeros;
	}

	private void writeEverywhere(final byte[] bytes, final ChunkGrid grid)
		throws IOException
	{
		final Long3 count = grid.cellCount();
		for (long i = 0; i < count.product(); i++)
			Files.write(folder.resolve("s0").resolve(grid.name(new Long3(i % count
				.x(), i / count.x() % count.y(), i / count.x() / count.y())) + ".gz"),
				bytes);
	}

	private static byte[] gzip(final byte[] bytes) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		return out.toByteArray();
	}

	private void assertFits(final long zeros) throws Exception {
		final Path log = folder.resolve("log");
		final Process process = new ProcessBuilder(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), HEAP, "-XX:+UseG1GC", "-cp",
			classPath(), LargeRead.class.getName(), folder.toString(), Long.toString(
				zeros)).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		assertEquals(0, process.waitFor(), () -> read(log));
	}

	/**
	 * Where the classes are that the reading JVM needs, however this one runs.
	 */
	private static String classPath() throws URISyntaxException {
		final List<String> places = new ArrayList<>();
		for (final Class<?> type : List.of(LargeRead.class, Volume.class, Img.class,
			Caffeine.class, LongIntHashMap.class, Gson.class, Failsafe.class,
			BrotliInputStream.class, ZstdInputStream.class, XZInputStream.class,
			BZip2CompressorInputStream.class, IOUtils.class))
			places.add(Path.of(type.getProtectionDomain().getCodeSource()
				.getLocation().toURI()).toString());
		return String.join(File.pathSeparator, places);
	}

	private static String read(final Path log) {
		try {
			return Files.readString(log);
		}
		catch (final IOException e) {
			return e.toString();
		}
	}
}
