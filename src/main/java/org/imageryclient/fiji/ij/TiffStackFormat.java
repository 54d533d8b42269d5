// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import java.nio.file.Files;
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
import org.imageryclient.export.IdTable;
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
 * root ids in the image's info, and beside it as a table, {@code fig.csv}
 * ({@link IdTable}); {@link SavedLabels} reads both. A pair becomes imagery,
 * {@code fig.tif}, and labels, {@code fig_labels.tif} and
 * {@code fig_labels.csv}. Slices are across z. A figure becomes one file of
 * layers.
 */
@Plugin(type = CutoutFormat.class)
public final class TiffStackFormat extends AbstractHandlerPlugin<String>
	implements CutoutFormat
{

	/** What the names of a pair's labels have more than those of imagery. */
	private static final String LABELS = "_labels";

	/** How the name of the table ends that is beside labels. */
	static final String TABLE = ".csv";

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
		final int dot = name.lastIndexOf('.');
		final Map<String, PlaneStack> stacks = new LinkedHashMap<>();
		if (cutout instanceof ImageCutout<?> image) {
			stacks.put(name, imagery(image, options));
			return writer.saveStacks(stacks, options, progress);
		}
		if (cutout instanceof SegmentationCutout labels) return save(stacks, name
			.substring(0, dot), name.substring(dot), labels, options, progress);
		final PairedCutout pair = (PairedCutout) cutout;
		stacks.put(name, imagery(pair.image(), options));
		return save(stacks, name.substring(0, dot) + LABELS, name.substring(dot),
			pair.segmentation(), options, progress);
	}

	private List<Path> save(final Map<String, PlaneStack> stacks,
		final String stem, final String extension,
		final SegmentationCutout segmentation, final SaveOptions options,
		final Progress progress)
	{
		final LabelStack labels = LabelStack.of(segmentation);
		CutoutImages.checkCount(labels.labels().size());
		stacks.put(stem + extension, labels);
		return writer.saveLabels(stacks, Map.of(stem + TABLE, file -> Files
			.writeString(file, IdTable.toCsv(segmentation.masks(), options.colors()
				.forIds(segmentation.ids())))), options, progress);
	}

	private static PlaneStack imagery(final ImageCutout<?> image,
		final SaveOptions options)
	{
		final PlaneStack stack = PlaneStack.of(image);
		return options.range().<PlaneStack> map(range -> new EightBitStack(stack,
			range)).orElse(stack);
	}
}
