// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.gui.Roi;
import ij.io.RoiEncoder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.imageryclient.Progress;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.FigurePlanes;
import org.imageryclient.export.MacroCall;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.export.Saving;
import org.imageryclient.export.SliceNames;
import org.imageryclient.export.Subject;
import org.imageryclient.overlay.Figure;
import org.imageryclient.overlay.Legend;

/**
 * Saves figures: flat pictures or a TIFF in layers, the legend beside them, and
 * their manifest; all files or none.
 */
final class FigureFiles {

	private static final String COMMAND = "Overlay Figure...";

	private final Figure figure;
	private final SaveOptions options;
	private final String name;

	/**
	 * @param options the target as prefix: {@code fig.png}, {@code fig.tif}
	 */
	FigureFiles(final Figure figure, final SaveOptions options) {
		this.figure = figure;
		this.options = options.colors(figure.legend().scheme(options.colors()));
		name = Path.of(options.prefix()).getFileName().toString();
	}

	/**
	 * {@code fig.png}, or {@code fig_slice_0.png} and so on, and
	 * {@code fig_legend.svg}.
	 *
	 * @return the absolute paths of the files
	 */
	List<Path> flat(final Progress progress) {
		final ImageJSliceWriter writer = new ImageJSliceWriter();
		final SliceNames names = new SliceNames(name, figure.count(), writer
			.extension());
		return saving().run(files -> {
			for (int i = 0; i < figure.count(); i++) {
				progress.checkCanceled();
				progress.report("Saving pictures", i, figure.count());
				final int slice = i;
				files.write(names.picture(slice), file -> writer.write(FigureImages
					.flat(figure, slice), file));
			}
			writeLegend(files);
		}, progress);
	}

	/**
	 * {@code fig.tif} and {@code fig_legend.svg}.
	 *
	 * @return the absolute paths of the files
	 */
	List<Path> layered(final Progress progress) {
		final FigureLayout layout = new FigureLayout(figure);
		final FigurePlanes planes = new FigurePlanes(figure, layout.panelWidth(),
			info());
		return saving().run(files -> {
			files.write(name, file -> new ImageJStackWriter().write(planes, elements(
				layout), file, progress));
			writeLegend(files);
		}, progress);
	}

	/** The manifest as a line for an image's info. */
	String info() {
		return saving().manifest().toInfo();
	}

	private byte[][] elements(final FigureLayout layout) {
		return Arrays.stream(new FigureElements(figure, layout).all().toArray())
			.map((Roi roi) -> RoiEncoder.saveAsByteArray(roi)).toArray(byte[][]::new);
	}

	private void writeLegend(final Saving.Files files) {
		if (figure.legendPlace().isInFile() && !entries().isEmpty()) files.write(
			name.substring(0, name.lastIndexOf('.')) + "_legend.svg", file -> Files
				.writeString(file, figure.legend().toSvg()));
	}

	private Saving saving() {
		return Saving.of(subject(), figure.keys().map(keys -> options.madeBy(
			new MacroCall(COMMAND, keys))).orElse(options)).colored();
	}

	private Subject subject() {
		final long[] drawn = entries().stream().mapToLong(Legend.Entry::id).sorted()
			.toArray();
		return figure.cutout().map(cutout -> {
			final boolean areAll = Arrays.equals(drawn, Arrays.stream(
				cutout instanceof PairedCutout pair ? pair.segmentation().ids()
					: cutout instanceof SegmentationCutout labels ? labels.ids()
						: new long[0]).sorted().toArray());
			return new Subject(Optional.of(cutout), false, areAll ? Optional.empty()
				: Optional.of(RootSelection.ofBits(drawn)));
		}).orElse(Subject.UNKNOWN);
	}

	private List<Legend.Entry> entries() {
		return figure.legend().entries();
	}
}
