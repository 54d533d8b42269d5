// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;

import org.imageryclient.auth.Token;
import org.imageryclient.picture.Picture;
import org.python.core.Py;
import org.python.core.PyObject;
import org.python.util.PythonInterpreter;

/** What {@code imageryclient.py} returned, in the forms that cases compare. */
final class JythonResults {

	private JythonResults() {}

	/** The value of the variable {@code result}. */
	static CallResult of(final String method, final PythonInterpreter python,
		final Path folder)
	{
		final PyObject result = python.get("result");
		return switch (method) {
			case "image_cutout", "segmentation_cutout" -> CallResult.array(voxels(
				result));
			case "split_segmentation_cutout" -> new CallResult.Arrays(masks(result));
			case "image_and_segmentation_cutout" -> pair(result);
			case "bounds_from_center", "discrete_colors" -> CallResult.array(table(
				result));
			case "construct" -> new CallResult.Json(json(result, "resolution"));
			case "resolution" -> CallResult.array(vector(result.__getattr__(
				"resolution")));
			case "attributes" -> new CallResult.Json(json(result, "resolution",
				"image_source", "segmentation_source", "_token", "image_mip",
				"segmentation_mip"));
			case "composite_overlay" -> pictures(result);
			default -> method.startsWith("save") ? new CallResult.Files(folder)
				: CallResult.array(vector(result));
		};
	}

	private static NumberArray voxels(final PyObject array) {
		return ImageNumbers.of((RandomAccessibleInterval<?>) array.__tojava__(
			RandomAccessibleInterval.class));
	}

	private static Map<String, NumberArray> masks(final PyObject masks) {
		final Map<String, NumberArray> arrays = new LinkedHashMap<>();
		for (final PyObject id : masks.asIterable())
			arrays.put("mask_" + id.__str__(), voxels(masks.__getitem__(id)));
		return arrays;
	}

	private static CallResult pair(final PyObject pair) {
		final Map<String, NumberArray> arrays = new LinkedHashMap<>();
		final PyObject segmentation = pair.__getitem__(1);
		arrays.put("image", voxels(pair.__getitem__(0)));
		if (segmentation.__findattr__("keys") == null) arrays.put("seg", voxels(
			segmentation));
		else arrays.putAll(masks(segmentation));
		return new CallResult.Arrays(arrays);
	}

	private static NumberArray vector(final PyObject list) {
		return NumberArray.real(new int[] { list.__len__() }, numbers(list));
	}

	/** A list of lists of equal length, one after the other. */
	private static NumberArray table(final PyObject rows) {
		final int n = rows.__len__();
		final int columns = rows.__getitem__(0).__len__();
		final double[] values = new double[n * columns];
		for (int i = 0; i < n; i++)
			for (int k = 0; k < columns; k++)
				values[i + n * k] = rows.__getitem__(i).__getitem__(k).asDouble();
		return NumberArray.real(new int[] { n, columns }, values);
	}

	private static double[] numbers(final PyObject list) {
		final List<Double> numbers = new ArrayList<>();
		list.asIterable().forEach(n -> numbers.add(n.asDouble()));
		return numbers.stream().mapToDouble(Double::doubleValue).toArray();
	}

	private static JsonObject json(final PyObject object, final String... names) {
		final JsonObject value = new JsonObject();
		for (final String name : names) {
			final PyObject attribute = object.__getattr__(name);
			if (attribute == Py.None) continue;
			final Object plain = attribute.__tojava__(Object.class);
			value.add(name.replace("_token", "token"), plain instanceof Token token
				? new Gson().toJsonTree(token.reveal()) : new Gson().toJsonTree(plain));
		}
		return value;
	}

	private static CallResult pictures(final PyObject result) {
		final PyObject single = result.__findattr__("picture");
		if (single != null) return CallResult.array(picture(single));
		final Map<String, NumberArray> frames = new LinkedHashMap<>();
		for (int i = 0; i < result.__len__(); i++)
			frames.put(String.format("frame_%03d", i), picture(result.__getitem__(i)
				.__getattr__("picture")));
		return new CallResult.Arrays(frames);
	}

	private static NumberArray picture(final PyObject picture) {
		return OverlayCalls.numbers((Picture) picture.__tojava__(Picture.class));
	}
}
