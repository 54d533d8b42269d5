// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.table;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.imageryclient.Canceled;
import org.imageryclient.Progress;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.imageryclient.mask.LabelImage;
import org.imageryclient.mask.RootId;
import org.imageryclient.volume.Planes;

/**
 * What is known of each segment of a cutout: its voxels, volume, box, centroid,
 * mean intensity, and whether the cutout cuts it off.
 *
 * <pre>
 *
 * SegmentTable table = SegmentTable.of(pair);
 * double um3 = table.get("864691135571546917").cubicMicrometres();
 * Files.writeString(file, table.toCsv());
 * </pre>
 *
 * Found in one pass over the voxels, plane by plane; what is allocated grows
 * with the number of ids, not of voxels. A row for each root id that occurs, in
 * ascending unsigned order; none for 0, the background.
 */
public final class SegmentTable {

	private static final String[] AXES = { "x", "y", "z" };

	private final List<Segment> segments;
	private final int channels;

	private SegmentTable(final List<Segment> segments, final int channels) {
		this.segments = segments;
		this.channels = channels;
	}

	/** As {@link #of(PairedCutout, Progress)}, without progress. */
	public static SegmentTable of(final PairedCutout pair) {
		return of(pair, Progress.NONE);
	}

	/**
	 * The segments of a pair, with the mean of its imagery.
	 *
	 * @throws IllegalArgumentException if imagery and segmentation are not on one
	 *           grid; remedy: a request with {@code resize}, or the segmentation
	 *           alone
	 * @throws Canceled if the user asked to stop
	 */
	public static SegmentTable of(final PairedCutout pair,
		final Progress progress)
	{
		if (!pair.isOnOneGrid()) throw new IllegalArgumentException(
			"Expected imagery and segmentation on one grid for mean intensities but got voxels of " +
				pair.image().resolution() + " and " + pair.segmentation().resolution() +
				"; try resize, or the table of the segmentation alone.");
		final SegmentationCutout segmentation = pair.segmentation();
		return of(segmentation, segmentation.resolution(), segmentation.origin(),
			Channel.of(pair.image()), progress);
	}

	/** As {@link #of(SegmentationCutout, Progress)}, without progress. */
	public static SegmentTable of(final SegmentationCutout segmentation) {
		return of(segmentation, Progress.NONE);
	}

	/**
	 * The segments of a segmentation, without intensities.
	 *
	 * @throws Canceled if the user asked to stop
	 */
	public static SegmentTable of(final SegmentationCutout segmentation,
		final Progress progress)
	{
		return of(segmentation, segmentation.resolution(), segmentation.origin(),
			List.of(), progress);
	}

	/**
	 * The segments of any label image, without intensities.
	 *
	 * @param origin the voxel of its lower corner, on the grid of the resolution
	 */
	public static SegmentTable of(final LabelImage labels,
		final Resolution resolution, final Long3 origin)
	{
		return of(labels, resolution, origin, List.of(), Progress.NONE);
	}

	static SegmentTable of(final LabelImage labels, final Resolution resolution,
		final Long3 origin, final List<Channel> channels, final Progress progress)
	{
		return new SegmentTable(new SegmentCensus(Planes.of(labels.indices()),
			labels.table(), channels).count(progress).segments(resolution, origin),
			channels.size());
	}

	/** The rows, in ascending unsigned order of their ids. */
	public List<Segment> segments() {
		return segments;
	}

	/** The number of channels of which there are means. */
	public int channels() {
		return channels;
	}

	/**
	 * The row of a root id, given as a number or as text.
	 *
	 * @throws IllegalArgumentException if it is no unsigned whole number
	 * @throws NoSuchElementException if the id does not occur
	 */
	public Segment get(final Object id) {
		final long wanted = RootId.parse(id);
		return segments.stream().filter(s -> s.id() == wanted).findFirst()
			.orElseThrow(() -> new NoSuchElementException("Expected one of the " +
				segments.size() + " ids of this table but got " + Long.toUnsignedString(
					wanted) + ", which does not occur in it."));
	}

	/**
	 * The names of the columns of {@link #cells}, each with its unit:
	 * {@code root_id}, {@code voxels}, {@code volume_um3}, the box from
	 * {@code min_x_voxel} to {@code max_z_nm}, {@code centroid_x_voxel} to
	 * {@code centroid_z_nm}, {@code mean_intensity} or, of several channels,
	 * {@code mean_intensity_channel_0} and so on, {@code touches_edge}. Which
	 * voxels count from where: see {@link Segment}.
	 */
	public List<String> columns() {
		final List<String> names = new ArrayList<>(List.of("root_id", "voxels",
			"volume_um3"));
		for (final String unit : List.of("voxel", "nm"))
			for (final String end : List.of("min", "max"))
				for (final String axis : AXES)
					names.add(end + "_" + axis + "_" + unit);
		for (final String unit : List.of("voxel", "nm"))
			for (final String axis : AXES)
				names.add("centroid_" + axis + "_" + unit);
		if (channels == 1) names.add("mean_intensity");
		else IntStream.range(0, channels).forEach(c -> names.add(
			"mean_intensity_channel_" + c));
		names.add("touches_edge");
		return List.copyOf(names);
	}

	/**
	 * A row in the order of {@link #columns()}: the root id as text, for no other
	 * kind of number holds all ids, all else as numbers; {@code touches_edge} is
	 * 1 or 0.
	 */
	public List<Object> cells(final Segment segment) {
		final List<Object> cells = new ArrayList<>(List.of(Long.toUnsignedString(
			segment.id()), segment.voxels(), segment.cubicMicrometres()));
		cells.addAll(segment.box().min().toList());
		cells.addAll(segment.box().max().toList());
		Stream.of(segment.minNm(), segment.maxNm(), segment.centroid(), segment
			.centroidNm()).forEach(point -> add(point, cells));
		cells.addAll(segment.meanIntensities());
		cells.add(segment.touchesEdge() ? 1L : 0L);
		return List.copyOf(cells);
	}

	private static void add(final Point point, final List<Object> cells) {
		for (int d = 0; d < AXES.length; d++)
			cells.add(point.get(d));
	}

	/** Header and rows as {@link Csv}; every number reads back as the same. */
	public String toCsv() {
		return segments.stream().map(segment -> Csv.line(cells(segment).stream()
			.map(SegmentTable::text).toList())).collect(Collectors.joining("", Csv
				.line(columns()), ""));
	}

	private static String text(final Object cell) {
		return cell instanceof Double number ? Csv.number(number) : cell.toString();
	}

	@Override
	public String toString() {
		return "SegmentTable of " + segments.size() + " ids";
	}
}
