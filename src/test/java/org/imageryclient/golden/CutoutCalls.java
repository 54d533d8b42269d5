// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.imageryclient.Progress;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.mask.MaskSet;

/** The cutout methods: Python's arguments in, arrays out. */
final class CutoutCalls {

	private CutoutCalls() {}

	static CallResult image(final GoldenClient client, final PythonArguments args,
		final Path folder)
	{
		return CallResult.array(pixels(image(client, args)));
	}

	static CallResult segmentation(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		return CallResult.array(labels(segmentation(client, args)));
	}

	static CallResult masks(final GoldenClient client, final PythonArguments args,
		final Path folder)
	{
		return new CallResult.Arrays(arrays(masks(client, args)));
	}

	static CallResult pair(final GoldenClient client, final PythonArguments args,
		final Path folder)
	{
		final boolean split = args.flag("split_segmentations", false);
		final boolean includeNull = args.flag("include_null_root", false);
		final PairedCutout pair = pair(client, args);
		final Map<String, NumberArray> arrays = new LinkedHashMap<>();
		arrays.put("image", pixels(pair.image()));
		if (split) arrays.putAll(arrays(pair.segmentation().masks(includeNull)));
		else arrays.put("seg", labels(pair.segmentation()));
		return new CallResult.Arrays(arrays);
	}

	static ImageCutout<?> image(final GoldenClient client,
		final PythonArguments args)
	{
		final CutoutRequest request = RequestArguments.request(args).withImageMip(
			RequestArguments.mip(args, "mip"));
		return client.get().image(request, Progress.NONE);
	}

	static SegmentationCutout segmentation(final GoldenClient client,
		final PythonArguments args)
	{
		// Ids are unsigned here whatever is asked (ruling 4).
		args.ignore("convert_to_int64");
		final CutoutRequest request = RequestArguments.request(args)
			.withSegmentationMip(RequestArguments.mip(args, "mip")).withRoots(
				RequestArguments.roots(args));
		return client.get().segmentation(request, Progress.NONE);
	}

	static MaskSet masks(final GoldenClient client, final PythonArguments args) {
		final boolean includeNull = args.flag("include_null_root", false);
		return segmentation(client, args).masks(includeNull);
	}

	static PairedCutout pair(final GoldenClient client,
		final PythonArguments args)
	{
		// Ids are unsigned here whatever is asked (ruling 4).
		args.ignore("convert_to_int64");
		final CutoutRequest request = RequestArguments.request(args).withImageMip(
			RequestArguments.mip(args, "image_mip")).withSegmentationMip(
				RequestArguments.mip(args, "segmentation_mip")).withRoots(
					RequestArguments.roots(args)).withResize(args.flag("resize", true));
		return client.get().imageAndSegmentation(request, Progress.NONE);
	}

	private static NumberArray pixels(final ImageCutout<?> cutout) {
		return ImageNumbers.of(cutout.pixels());
	}

	private static NumberArray labels(final SegmentationCutout cutout) {
		return ImageNumbers.of(cutout.labels());
	}

	private static Map<String, NumberArray> arrays(final MaskSet masks) {
		return masks.stream().collect(Collectors.toMap(m -> "mask_" + Long
			.toUnsignedString(m.id()), m -> ImageNumbers.of(m.image())));
	}
}
