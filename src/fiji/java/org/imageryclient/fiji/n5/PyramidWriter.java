// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;

import org.imageryclient.Progress;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.janelia.saalfeldlab.n5.GzipCompression;
import org.janelia.saalfeldlab.n5.N5Writer;
import org.janelia.saalfeldlab.n5.imglib2.N5Utils;

/**
 * Writes pyramids and what says where they lie, in nm: voxel centres, as
 * OME-Zarr, BigDataViewer and n5-universe understand translations.
 */
final class PyramidWriter {

	private final N5Writer n5;
	private final Layout layout;
	private final Progress progress;

	PyramidWriter(final N5Writer n5, final Layout layout,
		final Progress progress)
	{
		this.n5 = n5;
		this.layout = layout;
		this.progress = progress;
	}

	/** How the metadata is written. */
	enum Layout {
			/** The COSEM convention of N5. */
			N5,
			/** OME-Zarr 0.4, of Zarr 2. */
			OME_0_4,
			/** OME-Zarr 0.5, of Zarr 3. */
			OME_0_5
	}

	/** Writes all scales and the metadata of one image into a group. */
	<T extends NativeType<T>> void write(final String group, final String name,
		final Pyramid<T> pyramid)
	{
		final List<Pyramid.Level<T>> levels = pyramid.levels();
		if (!group.isEmpty()) n5.createGroup(group);
		for (int i = 0; i < levels.size(); i++) {
			progress.checkCanceled();
			progress.report("Saving " + name, i, levels.size());
			final RandomAccessibleInterval<T> image = levels.get(i).image();
			N5Utils.save(image, n5, (group.isEmpty() ? "" : group + "/") + path(i),
				chunk(image), new GzipCompression());
			if (layout == Layout.N5) n5.setAttribute(group + "/" + path(i),
				"transform", transform(levels.get(i)));
		}
		setMultiscales(group, name, levels);
	}

	private String path(final int level) {
		return layout == Layout.N5 ? "s" + level : Integer.toString(level);
	}

	private static int[] chunk(final RandomAccessibleInterval<?> image) {
		final int[] chunk = new int[image.numDimensions()];
		for (int d = 0; d < chunk.length; d++)
			chunk[d] = d < 3 ? (int) Math.min(Pyramid.CHUNK, image.dimension(d)) : 1;
		return chunk;
	}

	private void setMultiscales(final String group, final String name,
		final List<? extends Pyramid.Level<?>> levels)
	{
		final List<Object> datasets = new ArrayList<>();
		for (int i = 0; i < levels.size(); i++)
			datasets.add(layout == Layout.N5 ? object("path", path(i), "transform",
				transform(levels.get(i))) : object("path", path(i),
					"coordinateTransformations", transformations(levels.get(i))));
		final Map<String, Object> image = new LinkedHashMap<>();
		image.put("name", name);
		if (layout == Layout.OME_0_4) image.put("version", "0.4");
		if (layout != Layout.N5) image.put("axes", axes(levels.get(0)));
		image.put("datasets", datasets);
		set(group, "multiscales", List.of(image));
	}

	/** Zarr's order of axes: the slowest first. */
	private static List<Map<String, Object>> axes(final Pyramid.Level<?> level) {
		final Stream<Map<String, Object>> space = Stream.of("z", "y", "x").map(
			name -> object("name", name, "type", "space", "unit", "nanometer"));
		return (hasChannels(level) ? Stream.concat(Stream.of(object("name", "c",
			"type", "channel")), space) : space).toList();
	}

	private static List<Map<String, Object>> transformations(
		final Pyramid.Level<?> level)
	{
		final Resolution nm = level.nm();
		final Point centre = level.centre();
		return List.of(object("type", "scale", "scale", ordered(level, 1, nm.z(), nm
			.y(), nm.x())), object("type", "translation", "translation", ordered(
				level, 0, centre.z(), centre.y(), centre.x())));
	}

	private static List<Double> ordered(final Pyramid.Level<?> level,
		final double channel, final double... zyx)
	{
		return (hasChannels(level) ? DoubleStream.concat(DoubleStream.of(channel),
			DoubleStream.of(zyx)) : DoubleStream.of(zyx)).boxed().toList();
	}

	private static boolean hasChannels(final Pyramid.Level<?> level) {
		return level.image().numDimensions() > 3;
	}

	private static Map<String, Object> transform(final Pyramid.Level<?> level) {
		final Resolution nm = level.nm();
		final Point centre = level.centre();
		return object("axes", List.of("z", "y", "x"), "units", List.of("nm", "nm",
			"nm"), "scale", List.of(nm.z(), nm.y(), nm.x()), "translate", List.of(
				centre.z(), centre.y(), centre.x()));
	}

	/** Says that a group of labels belongs to the image at the root. */
	void setLabels(final String group) {
		final String parent = group.substring(0, group.lastIndexOf('/'));
		set(parent, "labels", List.of(group.substring(parent.length() + 1)));
		set(group, "image-label", object("source", object("image", "../../")));
	}

	/**
	 * Names and values by turns, in their order, so that the same cutout makes
	 * the same files.
	 */
	private static Map<String, Object> object(final Object... members) {
		final Map<String, Object> object = new LinkedHashMap<>();
		for (int i = 0; i < members.length; i += 2)
			object.put((String) members[i], members[i + 1]);
		return object;
	}

	private void set(final String group, final String key, final Object value) {
		if (layout != Layout.OME_0_5) {
			n5.setAttribute(group, key, value);
			return;
		}
		n5.setAttribute(group, "ome/version", "0.5");
		n5.setAttribute(group, "ome/" + key, value);
	}
}
