// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.imageryclient.CorruptData;
import org.imageryclient.CutoutException;
import org.imageryclient.SourceNotFound;
import org.imageryclient.Unavailable;
import org.imageryclient.Unsupported;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.ChunkGrid;
import org.imageryclient.precomputed.ChunkOutcome;
import org.imageryclient.precomputed.ChunkRead;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.precomputed.codec.ChunkShape;
import org.imageryclient.precomputed.codec.IndexedLabels;
import org.imageryclient.precomputed.codec.LabelIndexing;
import org.imageryclient.volume.ChunkSource;
import org.imageryclient.volume.VolumeScale;
import org.janelia.saalfeldlab.n5.DataBlock;
import org.janelia.saalfeldlab.n5.DatasetAttributes;
import org.janelia.saalfeldlab.n5.N5Exception;
import org.janelia.saalfeldlab.n5.N5Exception.N5IOException;
import org.janelia.saalfeldlab.n5.N5Reader;

/**
 * A multi-scale image in N5 or Zarr, by the N5 library: its blocks are the
 * chunks. Arrays are x, y, z in the order of N5, perhaps with a channel after
 * them, and with nothing else of more than one voxel.
 */
final class N5Source implements ChunkSource {

	private final N5Reader n5;
	private final String address;
	private final boolean isRemote;
	private final List<StoredLevel> levels;
	private final List<DatasetAttributes> arrays;
	private final List<ZarrArray> zarr;
	private final List<VolumeScale> scales;
	private final DataType type;

	private N5Source(final N5Reader n5, final String address,
		final boolean isRemote)
	{
		this.n5 = n5;
		this.address = address;
		this.isRemote = isRemote;
		// First: the library ends without a word at some that it can't read.
		ZarrArray.of(n5, "", address);
		final StoredPyramid pyramid = StoredPyramid.read(n5, address);
		levels = pyramid.levels();
		zarr = levels.stream().map(level -> ZarrArray.of(n5, level.path(), address))
			.toList();
		arrays = levels.stream().map(level -> array(level, pyramid
			.isFourthOfChannels() ? 4 : 3)).toList();
		type = DataType.ofWord(arrays.get(0).getDataType().toString()).orElseThrow(
			() -> new Unsupported("Expected samples that are numbers but those of " +
				address + " are " + arrays.get(0).getDataType() + "."));
		final List<VolumeScale> all = new ArrayList<>();
		for (int mip = 0; mip < levels.size(); mip++)
			all.add(scale(levels.get(mip), arrays.get(mip)));
		scales = List.copyOf(all);
	}

	/**
	 * A few GETs.
	 *
	 * @throws SourceNotFound if there is no image
	 */
	static N5Source open(final N5Reader n5, final String address,
		final boolean isRemote)
	{
		try {
			return new N5Source(n5, address, isRemote);
		}
		catch (final N5IOException e) {
			throw new Unavailable("Expected the description of an image at " +
				address + " but it could not be read: " + e.getMessage() +
				"; try again, or check the address.", e);
		}
		catch (final N5Exception e) {
			throw new CorruptData("Expected the description of an image at " +
				address + " but it can't be read: " + e.getMessage() + ".", e);
		}
		catch (final LinkageError e) {
			throw withoutCodec(address, e);
		}
		catch (final CutoutException e) {
			throw e;
		}
		catch (final RuntimeException e) {
			// So the library ends with descriptions that it has not thought of.
			throw new CorruptData("Expected the description of an image at " +
				address + " but it can't be read: " + e + ".", e);
		}
	}

	private DatasetAttributes array(final StoredLevel level, final int axes) {
		final DatasetAttributes array = n5.getDatasetAttributes(level.path());
		if (array == null) ZarrArray.codecs(n5, level.path()).ifPresent(codecs -> {
			throw new Unsupported(
				"Expected an array that the N5 library can read at " + address + "/" +
					level.path() + " but its codecs are " + codecs +
					"; try to save it anew.");
		});
		if (array == null) throw new SourceNotFound("Expected an array at " +
			address + (level.path().isEmpty() ? "" : "/" + level.path()) +
			" but there is none; try the folder that holds the image.");
		final long[] size = array.getDimensions();
		if (size.length < 3 || Arrays.stream(size).skip(axes).anyMatch(n -> n != 1))
			throw new Unsupported(
				"Expected an array of x, y, z and perhaps channels, at one time, but that of " +
					address + " is " + Arrays.toString(size) + ".");
		return array;
	}

	/** The voxel of a grid from 0 nm on in which the first voxel's place lies. */
	private static VolumeScale scale(final StoredLevel level,
		final DatasetAttributes array)
	{
		final long[] min = new long[3];
		final long[] size = new long[3];
		final long[] block = new long[3];
		for (int d = 0; d < 3; d++) {
			min[d] = (long) Math.floor(level.translation().get(d) / level.nm().get(
				d) + 1e-6);
			size[d] = array.getDimensions()[d];
			block[d] = array.getChunkSize()[d];
		}
		return new VolumeScale(level.path(), level.nm(), new ChunkGrid(VoxelBox
			.ofSize(Long3.of(min), Long3.of(size)), Long3.of(block)), false);
	}

	@Override
	public String address() {
		return address;
	}

	@Override
	public Object identity() {
		return List.of(address, levels);
	}

	@Override
	public boolean isSegmentation() {
		return type == DataType.UINT64 || type == DataType.UINT32;
	}

	@Override
	public DataType dataType() {
		return type;
	}

	@Override
	public int channels() {
		final long[] size = arrays.get(0).getDimensions();
		return size.length < 4 ? 1 : Math.toIntExact(size[3]);
	}

	@Override
	public List<VolumeScale> scales() {
		return scales;
	}

	@Override
	public void checkReadable(final int mip) {
		// What can't be read was refused when it was opened.
	}

	@Override
	public boolean isRemote() {
		return isRemote;
	}

	@Override
	public ChunkRead<Object> readSamples(final int mip, final Long3 cell) {
		final Long3 size = scales.get(mip).grid().cellBox(cell).size();
		final int voxels = Math.toIntExact(size.product());
		final Object samples = zarr.get(mip).samples(type, Math.multiplyExact(
			voxels, channels()));
		boolean isAnyThere = false;
		final DatasetAttributes array = arrays.get(mip);
		final int deep = array.getNumDimensions() < 4 ? 1 : array.getChunkSize()[3];
		for (int c = 0; c < channels(); c += deep) {
			final Optional<DataBlock<?>> block = block(mip, cell, c / deep);
			isAnyThere |= block.isPresent();
			if (block.isPresent()) copy(block.get(), size, samples, c * voxels, Math
				.min(deep, channels() - c));
		}
		// What absent chunks hold is said by the array, where it is not 0.
		return isAnyThere || zarr.get(mip).fill().isPresent() ? ChunkRead.of(
			samples) : ChunkRead.empty(ChunkOutcome.ABSENT);
	}

	private Optional<DataBlock<?>> block(final int mip, final Long3 cell,
		final int channelBlock)
	{
		final DatasetAttributes array = arrays.get(mip);
		final long[] place = new long[array.getNumDimensions()];
		for (int d = 0; d < 3; d++)
			place[d] = cell.get(d);
		if (place.length > 3) place[3] = channelBlock;
		try {
			return Optional.ofNullable(n5.readChunk(levels.get(mip).path(), array,
				place));
		}
		catch (final N5IOException e) {
			throw new Unavailable("Expected block " + Arrays.toString(place) +
				" of " + address + "/" + levels.get(mip).path() +
				" but it could not be read: " + e.getMessage() + "; try again.", e);
		}
		catch (final N5Exception e) {
			throw new CorruptData("Expected block " + Arrays.toString(place) +
				" of " + address + "/" + levels.get(mip).path() +
				" but it can't be decoded: " + e.getMessage() + ".", e);
		}
		catch (final RuntimeException e) {
			// So the library ends with bytes that are no block.
			throw new CorruptData("Expected block " + Arrays.toString(place) +
				" of " + address + "/" + levels.get(mip).path() +
				" but it can't be decoded: " + e + ".", e);
		}
		catch (final LinkageError e) {
			throw withoutCodec(address, e);
		}
	}

	/** Blosc is a library of the system, which the N5 library loads. */
	private static Unsupported withoutCodec(final String address,
		final LinkageError e)
	{
		return new Unsupported("Expected the library that " + address +
			" is compressed with but it can't be loaded: " + e.getMessage() +
			"; where that is Blosc, install it (Debian: libblosc1, macOS: brew install c-blosc) and restart.",
			e);
	}

	/** Blocks at the edge may be stored whole: what is beyond it is left out. */
	@SuppressWarnings("SuspiciousSystemArraycopy")
	private static void copy(final DataBlock<?> block, final Long3 size,
		final Object samples, final int start, final int channels)
	{
		final int[] stored = block.getSize();
		int to = start;
		for (int c = 0; c < channels; c++)
			for (int z = 0; z < size.z(); z++)
				for (int y = 0; y < size.y(); y++) {
					final int from = ((c * stored[2] + z) * stored[1] + y) * stored[0];
					System.arraycopy(block.getData(), from, samples, to, (int) size.x());
					to += (int) size.x();
				}
	}

	@Override
	public ChunkRead<IndexedLabels> readLabels(final int mip, final Long3 cell) {
		final ChunkRead<Object> samples = readSamples(mip, cell);
		if (samples.content().isEmpty()) return ChunkRead.empty(samples.outcome());
		final Long3 size = scales.get(mip).grid().cellBox(cell).size();
		return ChunkRead.of(LabelIndexing.index(samples.content().get(),
			new ChunkShape((int) size.x(), (int) size.y(), (int) size.z(), 1, type)));
	}
}
