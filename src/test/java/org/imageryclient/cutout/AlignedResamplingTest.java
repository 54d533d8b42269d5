// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Random;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.testing.PositionFormula;
import org.imageryclient.volume.ReadSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ruling 2: every output voxel holds the source voxel that covers its centre,
 * and 0 outside the volume. Over volumes whose voxels are a formula of the
 * position, every pair of mips, odd offsets, and boxes at random that reach
 * outside.
 */
@DisplayName("aligned resampling")
class AlignedResamplingTest {

	private static final int BOXES_PER_PAIR = 4;

	private static final Resolution[] IMAGE_VOXELS = { Resolution.of(4, 4, 40),
		Resolution.of(8, 8, 40), Resolution.of(16, 12, 80), Resolution.of(36.8, 20,
			45) };

	private static final Resolution[] LABEL_VOXELS = { Resolution.of(8, 8, 40),
		Resolution.of(4.6, 9.2, 45), Resolution.of(32, 24, 20), Resolution.of(12, 4,
			120) };

	@TempDir
	static Path folder;

	private static final FormulaVolume EM = volume(FormulaVolume.raw(
		DataType.UINT16, PositionFormula.DISTINCT).channels(2), IMAGE_VOXELS, 1);
	private static final FormulaVolume SEG = volume(FormulaVolume.labels(
		DataType.UINT64, PositionFormula.DISTINCT), LABEL_VOXELS, 2);

	private static ReadSession session;
	private static ImageryClient client;

	@BeforeAll
	static void writeVolumes() {
		EM.writeTo(folder.resolve("em"));
		SEG.writeTo(folder.resolve("seg"));
		session = SampleClients.session();
		client = ImageryClient.builder(session).imageSource(folder.resolve("em")
			.toUri().toString()).segmentationSource(folder.resolve("seg").toUri()
				.toString()).build();
	}

	@AfterAll
	static void close() {
		session.close();
	}

	static int[][] everyPairOfMips() {
		final int[][] pairs = new int[IMAGE_VOXELS.length * LABEL_VOXELS.length][];
		for (int i = 0; i < pairs.length; i++)
			pairs[i] = new int[] { i / LABEL_VOXELS.length, i % LABEL_VOXELS.length };
		return pairs;
	}

	@ParameterizedTest
	@MethodSource("everyPairOfMips")
	void pair_fittedOrNot_coversTheCentres(final int[] mips) {
		final Random random = new Random(31 * mips[0] + mips[1]);
		for (int i = 0; i < BOXES_PER_PAIR; i++) {
			final Resolution frame = i % 2 == 0 ? IMAGE_VOXELS[random.nextInt(4)]
				: Resolution.of(1 + random.nextInt(30), 5.2, 33);
			final PairedCutout pair = client.imageAndSegmentation(CutoutRequest.of(
				region(random, frame)).withImageMip(mips[0]).withSegmentationMip(
					mips[1]).withFit(i < 2 ? Fit.BOUNDS : Fit.NATIVE));
			check(EM, pair.image(), mips[0]);
			check(SEG, pair.segmentation(), mips[1]);
		}
	}

	private static void check(final FormulaVolume volume,
		final ImageCutout<?> cutout, final int mip)
	{
		for (int c = 0; c < cutout.channels(); c++) {
			final int channel = c;
			check(volume, mip, cutout.resolution(), cutout.box(), (x, y,
				z) -> ((IntegerType<?>) cutout.pixels().getAt(x, y, z, channel))
					.getIntegerLong(), c);
		}
	}

	private static void check(final FormulaVolume volume,
		final SegmentationCutout cutout, final int mip)
	{
		final RandomAccessibleInterval<? extends IntegerType<?>> labels = cutout
			.labels();
		final RandomAccess<? extends IntegerType<?>> access = labels.randomAccess();
		check(volume, mip, cutout.resolution(), cutout.box(), (x, y, z) -> access
			.setPositionAndGet(x, y, z).getIntegerLong(), 0);
	}

	private interface Voxels {

		long at(long x, long y, long z);
	}

	private static void check(final FormulaVolume volume, final int mip,
		final Resolution r, final VoxelBox box, final Voxels voxels,
		final int channel)
	{
		final Resolution from = volume.resolution(mip);
		final Long3 size = box.size();
		for (long z = 0; z < size.z(); z++) {
			final long sz = covering(box.min().z() + z, r.z(), from.z());
			for (long y = 0; y < size.y(); y++) {
				final long sy = covering(box.min().y() + y, r.y(), from.y());
				for (long x = 0; x < size.x(); x++) {
					final long sx = covering(box.min().x() + x, r.x(), from.x());
					final long expected = volume.valueAt(mip, sx, sy, sz, channel);
					if (voxels.at(x, y, z) != expected) fail("Expected " + expected +
						" but was " + voxels.at(x, y, z) + " at " + x + ", " + y + ", " +
						z + " of " + box + " of " + r + " from mip " + mip + " of " + from);
				}
			}
		}
	}

	/** The ruling, in exact decimals: floor((i + 0.5) · r / r_src). */
	private static long covering(final long i, final double r,
		final double from)
	{
		return BigDecimal.valueOf(i).add(new BigDecimal("0.5")).multiply(BigDecimal
			.valueOf(r)).divide(BigDecimal.valueOf(from), 0, RoundingMode.FLOOR)
			.longValueExact();
	}

	/** Around the volumes' lower corner, up to about 400 nm each way. */
	private static Region region(final Random random, final Resolution frame) {
		final double[] low = new double[3];
		final double[] high = new double[3];
		for (int d = 0; d < 3; d++) {
			low[d] = -100 / frame.get(d) + random.nextInt(20) + (random.nextBoolean()
				? random.nextDouble() : 0);
			high[d] = low[d] + Math.ceil((d == 2 ? 240 : 130) / frame.get(d)) + random
				.nextInt(12);
		}
		return Region.bounds(low, high).at(frame);
	}

	/**
	 * Scales of some hundred nm around the origin, each at its own odd offset.
	 */
	private static FormulaVolume volume(final FormulaVolume volume,
		final Resolution[] voxels, final int seed)
	{
		final Random random = new Random(seed);
		for (final Resolution r : voxels) {
			final long[] offset = new long[3];
			final long[] size = new long[3];
			for (int d = 0; d < 3; d++) {
				offset[d] = 1 - 2 * random.nextInt(6);
				size[d] = (long) (250 / r.get(d)) + 5 + random.nextInt(4);
			}
			volume.scale(r, Long3.of(offset), Long3.of(size), new Long3(16, 13, 3));
		}
		return volume;
	}
}
