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
import org.imageryclient.picture.EightBitStack;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.service.CutoutFormat;
import org.imageryclient.overlay.Figure;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Plugin;

/**
 * A calibrated TIFF stack of imagery, or of labels 1…n with a list of their
 * root ids in the image's info. A pair becomes two files: {@code fig.tif} and
 * {@code fig_labels.tif}. Slices are across z. A figure becomes one file of
 * layers.
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
			cutout instanceof SegmentationCutout || cutout instanceof PairedCutout ||
			cutout instanceof Figure;
	}

	@Override
	public List<Path> save(final Object cutout, final SaveOptions options,
		final Progress progress)
	{
		if (cutout instanceof Figure figure) return new FigureFiles(figure, options)
			.layered(progress);
		options.checkAcrossZ(description());
		final String name = Path.of(options.prefix()).getFileName().toString();
		final Map<String, PlaneStack> stacks = new LinkedHashMap<>();
		if (cutout instanceof ImageCutout) stacks.put(name, imagery(
			(ImageCutout<?>) cutout, options));
		else if (cutout instanceof SegmentationCutout) stacks.put(name, LabelStack
			.of((SegmentationCutout) cutout));
		else {
			final PairedCutout pair = (PairedCutout) cutout;
			stacks.put(name, imagery(pair.image(), options));
			final int dot = name.lastIndexOf('.');
			stacks.put(name.substring(0, dot) + "_labels" + name.substring(dot),
				LabelStack.of(pair.segmentation()));
		}
		return writer.saveStacks(stacks, options, progress);
	}

	private static PlaneStack imagery(final ImageCutout<?> image,
		final SaveOptions options)
	{
		final PlaneStack stack = PlaneStack.of(image);
		return options.range().<PlaneStack> map(range -> new EightBitStack(stack,
			range)).orElse(stack);
	}

	@Override
	public Class<String> getType() {
		return String.class;
	}
}
