// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.imageryclient.Progress;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.CutoutWriter;
import org.imageryclient.export.LabelStack;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.service.CutoutFormat;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Plugin;

/**
 * A calibrated TIFF stack of imagery, or of labels 1…n with a list of their
 * root ids in the image's info. A pair becomes two files: {@code fig.tif} and
 * {@code fig_labels.tif}. Slices are across z.
 */
@Plugin(type = CutoutFormat.class)
public final class TiffStackFormat extends AbstractHandlerPlugin<String>
	implements CutoutFormat
{

	private final CutoutWriter writer = new CutoutWriter(new ImageJSliceWriter(),
		new ImageJStackWriter());

	@Override
	public String description() {
		return "TIFF stack (.tif)";
	}

	@Override
	public boolean supports(final String target) {
		final String name = target.toLowerCase(Locale.ROOT);
		return name.endsWith(".tif") || name.endsWith(".tiff");
	}

	@Override
	public boolean canSave(final Object cutout) {
		return cutout instanceof ImageCutout ||
			cutout instanceof SegmentationCutout || cutout instanceof PairedCutout;
	}

	@Override
	public List<Path> save(final Object cutout, final SaveOptions options,
		final Progress progress)
	{
		final String target = options.prefix();
		final Map<Path, PlaneStack> stacks = new LinkedHashMap<>();
		if (cutout instanceof ImageCutout) stacks.put(Path.of(target), PlaneStack
			.of((ImageCutout<?>) cutout));
		else if (cutout instanceof SegmentationCutout) stacks.put(Path.of(target),
			LabelStack.of((SegmentationCutout) cutout));
		else {
			final PairedCutout pair = (PairedCutout) cutout;
			stacks.put(Path.of(target), PlaneStack.of(pair.image()));
			final int dot = target.lastIndexOf('.');
			stacks.put(Path.of(target.substring(0, dot) + "_labels" + target
				.substring(dot)), LabelStack.of(pair.segmentation()));
		}
		return writer.saveStacks(stacks, options.onSaved(), progress);
	}

	@Override
	public Class<String> getType() {
		return String.class;
	}
}
