// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.imageryclient.Timestamp;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.Fit;
import org.imageryclient.cutout.Mip;
import org.imageryclient.cutout.Resample;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;

import com.google.gson.JsonElement;

/** The arguments that all cutout methods share, as this project's values. */
final class RequestArguments {

	static final Clock CLOCK = Clock.systemUTC();

	private static final double[] NOTHING = {};

	private RequestArguments() {}

	/**
	 * A request with everything but mips and roots, whose names differ between
	 * methods. Modes are the reference's own unless the case says otherwise
	 * (golden/README.md): its resampling, and its scaling only on demand.
	 */
	static CutoutRequest request(final PythonArguments args) {
		final CutoutRequest request = CutoutRequest.of(region(args)).withFit(fit(
			args)).withResample(resample(args));
		return time(args, "timestamp").map(request::withTimestamp).orElse(request);
	}

	/** Seconds, or a time that without a zone is in UTC (ruling 15). */
	static Optional<Timestamp> time(final PythonArguments args,
		final String name)
	{
		return args.value(name).map(t -> Timestamp.parse(PythonArguments.untag(t)
			.getAsString(), CLOCK));
	}

	/** The box {@code [[x0, x1], [y0, y1], [z0, z1]]} of a graph's question. */
	static VoxelBox box(final JsonElement axes) {
		final List<double[]> rows = PythonArguments.rows(axes);
		final long[] min = rows.stream().mapToLong(r -> (long) r[0]).toArray();
		final long[] max = rows.stream().mapToLong(r -> (long) r[1]).toArray();
		return new VoxelBox(Long3.of(min), Long3.of(max));
	}

	/**
	 * Missing bounds, which Java's types do not allow, become a box without
	 * coordinates.
	 */
	static Region region(final PythonArguments args) {
		Region region = args.value("bounds").map(RequestArguments::corners)
			.orElseGet(() -> Region.bounds(NOTHING, NOTHING));
		if (args.value("bbox_size").isPresent()) region = region.size(
			PythonArguments.numbers(args.value("bbox_size").get()));
		if (args.value("image_size").isPresent()) region = region.pixels(whole(args
			.value("image_size").get()));
		return args.value("resolution").isPresent() ? region.at(resolution(args
			.value("resolution").get())) : region;
	}

	/** Two points are corners; one is a centre, which wants a size. */
	private static Region corners(final JsonElement bounds) {
		final List<double[]> rows = PythonArguments.rows(bounds);
		final double[] others = rows.stream().skip(1).flatMapToDouble(
			Arrays::stream).toArray();
		return rows.size() == 1 ? Region.centered(rows.get(0)) : Region.bounds(rows
			.get(0), others);
	}

	/** Numbers of pixels, cut to whole ones as {@code int()} does. */
	static long[] whole(final JsonElement list) {
		return Arrays.stream(PythonArguments.numbers(list)).mapToLong(n -> (long) n)
			.toArray();
	}

	static Resolution resolution(final JsonElement list) {
		return Resolution.of(PythonArguments.numbers(list));
	}

	static Mip mip(final PythonArguments args, final String name) {
		return args.value(name).map(RequestArguments::mip).orElse(Mip.DEFAULT);
	}

	private static Mip mip(final JsonElement value) {
		final JsonElement plain = PythonArguments.untag(value);
		return plain.isJsonArray() ? Mip.at(resolution(plain)) : Mip.index(plain
			.getAsInt());
	}

	/** Missing is {@code 'all'}; {@code None} is the stored ids. */
	static RootSelection roots(final PythonArguments args) {
		if (args.isNone("root_ids")) return RootSelection.rawIds();
		return args.value("root_ids").map(RequestArguments::roots).orElse(
			RootSelection.all());
	}

	private static RootSelection roots(final JsonElement value) {
		final JsonElement plain = PythonArguments.untag(value);
		return plain.isJsonArray() ? RootSelection.of(PythonArguments.ids(plain))
			: RootSelection.parse(plain.getAsString());
	}

	private static Fit fit(final PythonArguments args) {
		final boolean scaled = args.flag("scale_to_bounds", false);
		return args.text("fit").map(w -> Fit.valueOf(w.toUpperCase(Locale.ROOT)))
			.orElse(scaled ? Fit.BOUNDS : Fit.NATIVE);
	}

	private static Resample resample(final PythonArguments args) {
		return args.text("resample").map(w -> Resample.valueOf(w.toUpperCase(
			Locale.ROOT))).orElse(Resample.IMAGERYCLIENT);
	}
}
