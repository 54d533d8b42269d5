// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import java.nio.file.Path;
import java.util.List;

import org.imageryclient.Progress;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.CutoutWriter;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.service.CutoutFormat;
import org.imageryclient.mask.MaskSet;
import org.scijava.Priority;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Plugin;

/**
 * A PNG for each slice of imagery and of each root's mask, as the reference
 * saves. Takes every target that no other format asks for.
 */
@Plugin(type = CutoutFormat.class, priority = Priority.VERY_LOW)
public final class PngSlicesFormat extends AbstractHandlerPlugin<String>
	implements CutoutFormat
{

	private final CutoutWriter writer = new CutoutWriter(new ImageJSliceWriter(),
		new ImageJStackWriter());

	@Override
	public String description() {
		return "PNG slices";
	}

	@Override
	public boolean supports(final String target) {
		return true;
	}

	@Override
	public boolean canSave(final Object cutout) {
		return cutout instanceof ImageCutout ||
			cutout instanceof SegmentationCutout || cutout instanceof PairedCutout ||
			cutout instanceof MaskSet;
	}

	@Override
	public List<Path> save(final Object cutout, final SaveOptions options,
		final Progress progress)
	{
		if (cutout instanceof ImageCutout<?> image) return writer.saveImagery(
			PlaneStack.of(image), options, progress);
		if (cutout instanceof PairedCutout pair) return writer.saveImageryAndMasks(
			PlaneStack.of(pair.image()), pair.segmentation().masks(options
				.background()), options, progress);
		final MaskSet masks = cutout instanceof MaskSet given ? given
			: ((SegmentationCutout) cutout).masks(options.background());
		return writer.saveMasks(masks, options, progress);
	}
}
