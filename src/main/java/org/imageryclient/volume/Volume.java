// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.integer.UnsignedIntType;

import org.imageryclient.Progress;
import org.imageryclient.Unsupported;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.ChunkGrid;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.precomputed.PrecomputedVolume;
import org.imageryclient.precomputed.codec.IndexedLabels;
import org.imageryclient.store.SourceUrl;

/**
 * A multi-scale image on a disk or a server.
 *
 * <pre>
 *
 * Volume&lt;?&gt; em = Volume.open(SourceUrl.parse("gs://bucket/em"), session);
 * VolumeRead&lt;?&gt; read = em.read(2, VoxelBox.ofSize(corner, size),
 * 	Progress.NONE);
 * </pre>
 *
 * A mip is 0 for the finest scale, or negative, counted from the coarsest: −1.
 * Boxes are on the voxel grid of the mip, which need not begin at 0. They may
 * reach outside: there, and where chunks are missing, voxels are 0.
 * <p>
 * Reads run on the session's pool, fetch each chunk once, and end within
 * moments when canceled. A failed read leaves no request behind.
 * </p>
 *
 * @param <T> the pixel type of the samples
 */
public final class Volume<T extends NativeType<T>> {

	private final ChunkSource source;
	private final ReadSession session;
	private final T type;
	private final Optional<Agglomeration> agglomeration;

	private Volume(final ChunkSource source, final ReadSession session,
		final T type, final Optional<Agglomeration> agglomeration)
	{
		this.source = source;
		this.session = session;
		this.type = type;
		this.agglomeration = agglomeration;
	}

	/**
	 * Opens a precomputed volume, or the supervoxels of a chunked graph. One GET,
	 * of {@code info} (and one per redirect in it).
	 *
	 * @throws org.imageryclient.SourceNotFound if there is no volume
	 * @throws org.imageryclient.AccessDenied if a graph wants a token
	 * @throws Unsupported if it is of a kind that can't be read here
	 */
	public static Volume<?> open(final SourceUrl url, final ReadSession session) {
		return switch (url.format()) {
			case PRECOMPUTED -> of(new PrecomputedSource(PrecomputedVolume.open(url,
				session.stores())), session);
			case GRAPHENE -> GrapheneVolume.open(url, session);
		};
	}

	/**
	 * The same, for an address as text, which may also be of one of the
	 * {@link VolumeFormat}s of the session.
	 *
	 * @throws IllegalArgumentException if it is no address
	 */
	public static Volume<?> open(final String address,
		final ReadSession session)
	{
		return session.formatOf(address).<Volume<?>> map(format -> of(format.open(
			address), session)).orElseGet(() -> open(SourceUrl.parse(address),
				session));
	}

	/** The volume of a chunk source. No I/O. */
	public static Volume<?> of(final ChunkSource source,
		final ReadSession session)
	{
		return typed(source, session, PixelTypes.of(source.dataType()), Optional
			.empty());
	}

	/** The supervoxels of a graph. No I/O. */
	static Volume<?> of(final ChunkSource source, final ReadSession session,
		final Agglomeration agglomeration)
	{
		return typed(source, session, PixelTypes.of(source.dataType()), Optional.of(
			agglomeration));
	}

	@SuppressWarnings("unchecked")
	private static <T extends NativeType<T>> Volume<T> typed(
		final ChunkSource source, final ReadSession session,
		final NativeType<?> type, final Optional<Agglomeration> agglomeration)
	{
		return new Volume<>(source, session, (T) type, agglomeration);
	}

	/** Where the volume is, for messages. Holds no token. */
	public String address() {
		return source.address();
	}

	/** Whether its samples are segment ids. */
	public boolean isSegmentation() {
		return source.isSegmentation();
	}

	/** The graph over its samples, if they are the supervoxels of one. */
	public Optional<Agglomeration> agglomeration() {
		return agglomeration;
	}

	public DataType dataType() {
		return source.dataType();
	}

	/** The number of channels, at least 1. */
	public int channels() {
		return source.channels();
	}

	/** A new variable of the pixel type. */
	public T type() {
		return type.createVariable();
	}

	/** The number of scales, placeholders included. */
	public int mipCount() {
		return source.scales().size();
	}

	/**
	 * The finest mip that holds data: the first whose name is not
	 * {@code placeholder} (semantics §1).
	 *
	 * @throws Unsupported if there is none
	 */
	public int defaultMip() {
		return IntStream.range(0, mipCount()).filter(mip -> !scale(mip)
			.isPlaceholder()).findFirst().orElseThrow(() -> new Unsupported(
				"Expected at least one scale with data but all " + mipCount() +
					" scales of " + address() + " are placeholders."));
	}

	/**
	 * The first mip of this resolution, to a millionth: resolutions are written
	 * with few digits and computed with many.
	 *
	 * @throws IllegalArgumentException if there is none; lists those there are
	 */
	public int mipOf(final Resolution resolution) {
		return IntStream.range(0, mipCount()).filter(mip -> isSame(scale(mip)
			.resolution(), resolution)).findFirst().orElseThrow(
				() -> new IllegalArgumentException("Expected a mip of " + resolution +
					" but " + address() + " has " + scaleList() + "."));
	}

	/**
	 * A mip counted from 0.
	 *
	 * @param mip may be negative, counted from the coarsest
	 * @throws IllegalArgumentException if there is no such mip; lists those there
	 *           are
	 */
	public int checkMip(final int mip) {
		final int index = mip < 0 ? mip + mipCount() : mip;
		if (index < 0 || index >= mipCount()) throw new IllegalArgumentException(
			"Expected a mip from " + -mipCount() + " to " + (mipCount() - 1) +
				" but got " + mip + ": " + address() + " has " + scaleList() + ".");
		return index;
	}

	/** The scales by mip, finest first. */
	public List<VolumeScale> scales() {
		return source.scales();
	}

	public VolumeScale scale(final int mip) {
		return source.scales().get(checkMip(mip));
	}

	/**
	 * Says before any fetch what reading a mip would say. No I/O.
	 *
	 * @throws Unsupported if its encoding can't be read; names it
	 */
	public void checkReadable(final int mip) {
		source.checkReadable(checkMip(mip));
	}

	/** Nanometres per voxel. */
	public Resolution resolution(final int mip) {
		return scale(mip).resolution();
	}

	/** What the scale covers, on its own voxel grid. */
	public VoxelBox bounds(final int mip) {
		return grid(mip).bounds();
	}

	/** How the scale is cut into chunks: {@link #read} fetches those covering. */
	public ChunkGrid grid(final int mip) {
		return scale(mip).grid();
	}

	/**
	 * Reads a box. One GET per chunk that it touches (a sharded volume's indices
	 * besides, once per volume); cancellable.
	 *
	 * @param box on the voxel grid of the mip; at least 1 voxel
	 * @return x, y, z, channel
	 * @throws org.imageryclient.CutoutException the first failure of a chunk
	 * @throws org.imageryclient.Canceled if {@code progress} says so, or this
	 *           thread is interrupted
	 * @throws org.imageryclient.TooLarge if memory runs out
	 */
	public VolumeRead<T> read(final int mip, final VoxelBox box,
		final Progress progress)
	{
		final int index = checkMip(mip);
		source.checkReadable(index);
		final BoxRead read = new BoxRead(session, source, index, box);
		final Planes planes = read.allocate(type, channels(), progress);
		final ReadStatus status = read.read(Object.class, dataType().byteLength() *
			channels(), cell -> source.readSamples(index, cell), (chunk,
				place) -> place.samples(chunk, planes, channels()), progress);
		return new VolumeRead<>(planes.image(type(), box.size().x(), box.size().y(),
			box.size().z(), channels()), box, status);
	}

	/**
	 * Reads a box of labels as positions in a table of ids, which takes 4 bytes a
	 * voxel and makes most questions a table look-up. Fetches what {@link #read}
	 * fetches.
	 *
	 * @param box on the voxel grid of the mip; at least 1 voxel
	 * @return x, y, z, and the ids
	 * @throws Unsupported if the volume is not one channel of whole numbers
	 * @throws org.imageryclient.CutoutException as {@link #read}
	 */
	public LabelRead readLabels(final int mip, final VoxelBox box,
		final Progress progress)
	{
		checkLabels();
		final int index = checkMip(mip);
		source.checkReadable(index);
		final BoxRead read = new BoxRead(session, source, index, box);
		final LabelTable table = new LabelTable();
		final Planes planes = read.allocate(new UnsignedIntType(), 1, progress);
		final ReadStatus status = read.read(IndexedLabels.class, Integer.BYTES,
			cell -> source.readLabels(index, cell), (chunk, place) -> place.labels(
				chunk, table, planes), progress);
		return new LabelRead(planes.image(new UnsignedIntType(), box.size()
			.toArray()), table.ids(), box, status);
	}

	/**
	 * The whole scale as a lazy image in its own voxel coordinates: x, y, z,
	 * channel, where the channels begin at 0. Chunks are fetched when their
	 * voxels are first looked at, by the thread that looks, and kept in the
	 * session's cache; missing ones are 0. Looking may throw what {@link #read}
	 * throws.
	 */
	public RandomAccessibleInterval<T> lazy(final int mip) {
		return new LazyScale<>(source, session, checkMip(mip), type(), () -> {})
			.image();
	}

	/**
	 * The same from (0, 0, 0, 0) on, with the chunks as its cells, for viewers
	 * that fetch cells themselves. The arrays of cells are shared: don't write.
	 *
	 * @param onForbidden called for each chunk that is 0 because an anonymous
	 *          server does not give it, in the thread that looks
	 */
	public LazyCellImg<T, ?> lazyCells(final int mip,
		final Runnable onForbidden)
	{
		return new LazyScale<>(source, session, checkMip(mip), type(), onForbidden)
			.cells();
	}

	private void checkLabels() {
		if (dataType().isInteger() && channels() == 1) return;
		throw new Unsupported("Expected segment ids in one channel but " +
			address() + " has " + channels() + (channels() == 1 ? " channel"
				: " channels") + " of " + dataType().word() +
			"; try reading it as imagery.");
	}

	private static boolean isSame(final Resolution a, final Resolution b) {
		return IntStream.range(0, 3).allMatch(d -> Math.abs(a.get(d) - b.get(
			d)) <= 1e-6 * a.get(d));
	}

	private String scaleList() {
		return IntStream.range(0, mipCount()).mapToObj(mip -> "mip " + mip + " (" +
			resolution(mip) + ")").collect(Collectors.joining(", "));
	}

	/** The address. */
	@Override
	public String toString() {
		return address();
	}
}
