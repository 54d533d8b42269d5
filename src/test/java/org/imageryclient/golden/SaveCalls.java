// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.nio.file.Path;
import java.util.Optional;

import org.imageryclient.Progress;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.export.CutoutWriter;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.ij.ImageJSliceWriter;
import org.imageryclient.fiji.ij.ImageJStackWriter;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.volume.Planes;

import com.google.gson.JsonObject;

/** The saving methods: Python's arguments in, a folder of pictures out. */
final class SaveCalls {

	private SaveCalls() {}

	static CallResult imagery(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		final SaveOptions options = options(args, folder);
		final ImageCutout<?> image = CutoutCalls.image(client, source(args,
			"image_cutout"));
		writer().saveImagery(planes(image), options, Progress.NONE);
		return new CallResult.Files(folder);
	}

	static CallResult masks(final GoldenClient client, final PythonArguments args,
		final Path folder)
	{
		final SaveOptions options = options(args, folder);
		final MaskSet masks = CutoutCalls.masks(client, source(args,
			"split_segmentation_cutout"));
		writer().saveMasks(masks, options, Progress.NONE);
		return new CallResult.Files(folder);
	}

	static CallResult both(final GoldenClient client, final PythonArguments args,
		final Path folder)
	{
		final SaveOptions options = options(args, folder);
		final PythonArguments source = source(args,
			"image_and_segmentation_cutout");
		final boolean includeNull = source.flag("include_null_root", false);
		source.ignore("split_segmentations");
		final PairedCutout pair = CutoutCalls.pair(client, source);
		writer().saveImageryAndMasks(planes(pair.image()), pair.segmentation()
			.masks(includeNull), options, Progress.NONE);
		return new CallResult.Files(folder);
	}

	/**
	 * The arguments of the call that makes what is saved: this call's own, or
	 * those of {@code precomputed_from}, beside which the reference ignores all
	 * that say what to fetch.
	 */
	private static PythonArguments source(final PythonArguments args,
		final String method)
	{
		final Optional<JsonObject> made = args.object("precomputed_from");
		if (made.isEmpty()) return args;
		if (!made.get().get("method").getAsString().equals(method))
			throw new CaseProblem("Expected precomputed_from of " + method +
				" but it was " + made.get() + ".");
		args.ignore("bounds", "bbox_size", "image_size", "resolution", "mip",
			"image_mip", "segmentation_mip", "root_ids", "scale_to_bounds", "resize",
			"timestamp", "include_null_root");
		return args.nested(method, made.get().getAsJsonObject("args"));
	}

	/**
	 * How a picture is compressed and what is printed do not change its pixels:
	 * {@code compress_level} and {@code verbose} have no counterpart.
	 */
	private static SaveOptions options(final PythonArguments args,
		final Path folder)
	{
		args.ignore("compress_level", "verbose");
		final String prefix = folder + "/" + args.text("filename_prefix")
			.orElseThrow(() -> new CaseProblem("Expected a filename_prefix."));
		final SaveOptions options = SaveOptions.prefix(prefix).acrossAxis(args
			.integer("slice_axis").orElse(2));
		return args.value("segmentation_colormap").map(PythonArguments::idMap).map(
			RootColors::fixed).map(options::colors).orElse(options);
	}

	private static PlaneStack planes(final ImageCutout<?> image) {
		return PlaneStack.of(Planes.of(image.pixels()), image.dataType(), image
			.resolution(), image.origin());
	}

	private static CutoutWriter writer() {
		return new CutoutWriter(new ImageJSliceWriter(), new ImageJStackWriter());
	}
}
