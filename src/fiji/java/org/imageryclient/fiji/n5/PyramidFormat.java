// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

import org.imageryclient.Progress;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.export.Saving;
import org.imageryclient.export.Subject;
import org.imageryclient.fiji.service.CutoutFormat;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.janelia.saalfeldlab.n5.N5Writer;
import org.janelia.saalfeldlab.n5.universe.N5Factory;
import org.janelia.saalfeldlab.n5.universe.StorageFormat;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Plugin;

/**
 * Saves cutouts as multi-scale pyramids: {@code fig.zarr} as OME-Zarr 0.4,
 * {@code fig.zarr3} as OME-Zarr 0.5, {@code fig.n5} as N5. Labels keep their 64
 * bits. Imagery is at the root and labels in {@code labels/segmentation}, where
 * OME-Zarr has them; N5 has {@code em} and {@code segmentation}.
 */
@Plugin(type = CutoutFormat.class)
public final class PyramidFormat extends AbstractHandlerPlugin<String>
	implements CutoutFormat
{

	private static final String LABELS = "labels/segmentation";

	/** What the end of a name asks for. */
	private enum Kind {

			N5(".n5", StorageFormat.N5, PyramidWriter.Layout.N5), //
			ZARR(".zarr", StorageFormat.ZARR2, PyramidWriter.Layout.OME_0_4), //
			ZARR3(".zarr3", StorageFormat.ZARR3, PyramidWriter.Layout.OME_0_5);

		private final String ending;
		private final StorageFormat storage;
		private final PyramidWriter.Layout layout;

		Kind(final String ending, final StorageFormat storage,
			final PyramidWriter.Layout layout)
		{
			this.ending = ending;
			this.storage = storage;
			this.layout = layout;
		}

		static Optional<Kind> of(final String target) {
			final String name = target.toLowerCase(Locale.ROOT);
			return Arrays.stream(values()).filter(kind -> name.endsWith(kind.ending))
				.findFirst();
		}
	}

	@Override
	public String description() {
		return "multi-scale OME-Zarr 0.4 (.zarr) or 0.5 (.zarr3), or N5 (.n5)";
	}

	@Override
	public boolean supports(final String target) {
		return Kind.of(target).isPresent();
	}

	@Override
	public boolean canSave(final Object cutout) {
		return cutout instanceof Cutout;
	}

	@Override
	public List<Path> save(final Object cutout, final SaveOptions options,
		final Progress progress)
	{
		options.checkAcrossZ(description());
		final String name = Path.of(options.prefix()).getFileName().toString();
		return Saving.of(Subject.of((Cutout) cutout), options).run(files -> files
			.writeFolder(name, folder -> write(cutout, folder, Kind.of(name)
				.orElseThrow(), progress)), progress);
	}

	private static void write(final Object cutout, final Path folder,
		final Kind kind, final Progress progress) throws IOException
	{
		try (N5Writer n5 = new N5Factory().zarrDimensionSeparator("/").openWriter(
			kind.storage, folder.toString()))
		{
			final PyramidWriter writer = new PyramidWriter(n5, kind.layout, progress);
			if (cutout instanceof PairedCutout pair) {
				write(pair.image(), kind == Kind.N5 ? "em" : "", writer);
				write(pair.segmentation(), kind == Kind.N5 ? "segmentation" : LABELS,
					writer);
				if (kind != Kind.N5) writer.setLabels(LABELS);
			}
			else if (cutout instanceof ImageCutout<?> image) write(image,
				kind == Kind.N5 ? "em" : "", writer);
			else write((SegmentationCutout) cutout, kind == Kind.N5 ? "segmentation"
				: "", writer);
		}
		if (kind == Kind.ZARR3) Zarr3Arrays.makeStrict(folder);
	}

	private static <T extends NativeType<T> & RealType<T>> void write(
		final ImageCutout<?> cutout, final String group, final PyramidWriter writer)
	{
		final RandomAccessibleInterval<T> pixels = Cast.unchecked(cutout.pixels());
		final RandomAccessibleInterval<T> image = cutout.channels() == 1 ? Views
			.hyperSlice(pixels, 3, 0) : pixels;
		writer.write(group, "em", Pyramid.averaged(new Pyramid.Level<>(image, cutout
			.resolution(), centre(cutout.resolution(), cutout.origin()))));
	}

	private static void write(final SegmentationCutout cutout, final String group,
		final PyramidWriter writer)
	{
		writer.write(group, "segmentation", Pyramid.ofLabels(new Pyramid.Level<>(
			cutout.labels(), cutout.resolution(), centre(cutout.resolution(), cutout
				.origin()))));
	}

	private static Point centre(final Resolution nm, final Long3 voxel) {
		return new Point((voxel.x() + 0.5) * nm.x(), (voxel.y() + 0.5) * nm.y(),
			(voxel.z() + 0.5) * nm.z());
	}
}
