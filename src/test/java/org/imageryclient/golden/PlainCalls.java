// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;

import org.imageryclient.cutout.AxisRule;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The methods that read no voxel. */
final class PlainCalls {

	private PlainCalls() {}

	/** Two rows of three: the lower and the upper corner. */
	static CallResult boundsFromCenter(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		final Region.Corners box = ImageryClient.boundsFromCenter(PythonArguments
			.numbers(required(args, "ctr")), number(args, "width"), number(args,
				"height"), number(args, "depth"));
		final Point lo = box.min();
		final Point hi = box.max();
		return CallResult.array(NumberArray.real(new int[] { 2, 3 }, lo.x(), hi.x(),
			lo.y(), hi.y(), lo.z(), hi.z()));
	}

	/** The reference's zoom of 0, 1, … n−1 to m values. */
	static CallResult zoomIndex(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		final int n = required(args, "n").getAsInt();
		final int m = required(args, "m").getAsInt();
		final AxisRule rule = new AxisRule.Zoom(m, n);
		return CallResult.array(NumberArray.signed(new int[] { m }, LongStream
			.range(0, m).map(rule::source).toArray()));
	}

	static CallResult construct(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		final Resolution r = client.get().resolution();
		final JsonArray nm = new JsonArray();
		nm.add(r.x());
		nm.add(r.y());
		nm.add(r.z());
		final JsonObject value = new JsonObject();
		value.add("resolution", nm);
		return new CallResult.Json(value);
	}

	static CallResult resolution(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		final Resolution r = client.get().resolution();
		return vector(r.x(), r.y(), r.z());
	}

	static CallResult imageSizeInFrame(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		return vector(client.get().imageBboxSizeFromDimensions(PythonArguments
			.numbers(required(args, "image_size")), RequestArguments.mip(args, "mip"),
			frame(args)));
	}

	static CallResult segmentationSizeInFrame(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		return vector(client.get().segmentationBboxSizeFromDimensions(
			PythonArguments.numbers(required(args, "image_size")), RequestArguments
				.mip(args, "mip"), frame(args)));
	}

	private static Optional<Resolution> frame(final PythonArguments args) {
		return args.value("resolution").map(RequestArguments::resolution);
	}

	private static CallResult vector(final double... xyz) {
		return CallResult.array(NumberArray.real(new int[] { xyz.length }, xyz));
	}

	private static double number(final PythonArguments args, final String name) {
		return args.value(name).map(JsonElement::getAsDouble).orElse(1.0);
	}

	private static JsonElement required(final PythonArguments args,
		final String name)
	{
		return args.value(name).orElseThrow(() -> new CaseProblem("Expected the " +
			"argument " + name + "."));
	}
}
