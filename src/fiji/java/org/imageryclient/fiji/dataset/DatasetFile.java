// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.units.UnitService;
import net.imglib2.type.numeric.integer.UnsignedLongType;

import org.imageryclient.CutoutException;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutOfVoxels;
import org.imageryclient.export.IdTable;
import org.imageryclient.fiji.ij.SavedLabels;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.scijava.Priority;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Datasets as files through SciJava's {@code IOService}, for what others do not
 * do: 64-bit ids that lie in nm are saved as labels 1…n with their table
 * ({@code fig.tif}, {@code fig.csv}) and opened again with every bit; either
 * ids or imagery are saved as pyramids, {@code fig.ome.zarr}, {@code fig.zarr3}
 * or {@code fig.n5}, which {@link DatasetFolder} opens.
 */
@Plugin(type = IOPlugin.class, priority = Priority.HIGH)
public final class DatasetFile extends AbstractIOPlugin<Dataset> {

	@Parameter
	private DatasetService datasets;

	@Parameter
	private UnitService units;

	@Parameter
	private CutoutService cutouts;

	@Override
	public boolean supportsSave(final Object data, final Location destination) {
		if (!(data instanceof Dataset dataset)) return false;
		if (!(destination instanceof FileLocation)) return false;
		final String name = name(destination);
		return NmAxes.areThere(dataset, units) && (areIds(dataset) ? isTiff(name) ||
			isPyramid(name) : isPyramid(name) && Samples.typeOf(dataset
				.firstElement()).isPresent());
	}

	/**
	 * @throws IOException if it can't be saved; says why
	 */
	@Override
	public void save(final Dataset dataset, final Location destination)
		throws IOException
	{
		final DatasetCutouts made = new DatasetCutouts(units);
		final Cutout cutout = areIds(dataset) ? made.labels(dataset) : made.image(
			dataset);
		try {
			cutouts.save(cutout, ((FileLocation) destination).getFile().toPath());
		}
		catch (final CutoutException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	/** A TIFF file with a table of labels and root ids beside it. */
	@Override
	public boolean supportsOpen(final Location source) {
		return source instanceof FileLocation file && isTiff(name(source)) &&
			hasTable(file.getFile().toPath());
	}

	/**
	 * @return X, Y, Z in nm, pixels are ids
	 * @throws IOException if the two files do not belong together; says why
	 */
	@Override
	public Dataset open(final Location source) throws IOException {
		final Path tiff = ((FileLocation) source).getFile().toPath();
		final ImagePlus image = IJ.openImage(tiff.toString());
		if (image == null) throw new IOException(
			"Expected a TIFF image of labels at " + tiff +
				" but ImageJ can open none there.");
		try {
			final long[] table = IdTable.parse(Files.readString(SavedLabels.tableOf(
				tiff)));
			return new CutoutDatasets(datasets).labels(place(tiff, image
				.getCalibration()).labels(SavedLabels.of(image, table)));
		}
		catch (final CutoutException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	private static CutoutOfVoxels place(final Path tiff,
		final Calibration calibration)
	{
		// Without a unit a pixel is as good as a nanometre.
		return new CutoutOfVoxels(tiff.getFileName().toString(), new Resolution(
			NmAxes.rounded(calibration.pixelWidth), NmAxes.rounded(
				calibration.pixelHeight), NmAxes.rounded(calibration.pixelDepth)),
			new Long3(Math.round(-calibration.xOrigin), Math.round(
				-calibration.yOrigin), Math.round(-calibration.zOrigin)));
	}

	/** Other programs put tables beside images too. */
	private static boolean hasTable(final Path tiff) {
		final Path table = SavedLabels.tableOf(tiff);
		if (!Files.isRegularFile(table)) return false;
		try (BufferedReader lines = Files.newBufferedReader(table,
			StandardCharsets.UTF_8))
		{
			final String header = lines.readLine();
			return header != null && header.contains("label") && header.contains(
				"root_id");
		}
		catch (final IOException e) {
			return false;
		}
	}

	private static boolean areIds(final Dataset dataset) {
		return dataset.firstElement() instanceof UnsignedLongType && DatasetCutouts
			.areIds(dataset);
	}

	private static boolean isTiff(final String name) {
		return name.endsWith(".tif") || name.endsWith(".tiff");
	}

	private static boolean isPyramid(final String name) {
		return name.endsWith(".zarr") || name.endsWith(".zarr3") || name.endsWith(
			".n5");
	}

	private static String name(final Location file) {
		return file.getName().toLowerCase(Locale.ROOT);
	}

	@Override
	public Class<Dataset> getDataType() {
		return Dataset.class;
	}
}
