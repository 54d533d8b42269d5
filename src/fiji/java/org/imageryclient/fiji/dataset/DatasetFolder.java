// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import net.imagej.Dataset;
import net.imagej.DatasetService;

import org.imageryclient.CutoutException;
import org.imageryclient.SourceNotFound;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.Fit;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.fiji.service.SourceFormat;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.volume.ReadSession;
import org.imageryclient.volume.Volume;
import org.scijava.Priority;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;

/**
 * Saved pyramids, {@code fig.zarr}, {@code fig.zarr3} and {@code fig.n5},
 * opened through SciJava's {@code IOService} where no other plugin does: the
 * finest scale, whole, its axes in nm. Of imagery with labels it is the
 * imagery; labels alone are ids, every bit of them.
 */
@Plugin(type = IOPlugin.class, priority = Priority.LOW)
public final class DatasetFolder extends AbstractIOPlugin<Dataset> {

	@Parameter
	private DatasetService datasets;

	@Parameter
	private CutoutService cutouts;

	@Parameter
	private PluginService plugins;

	/** A folder with such a name and a description that can be read. */
	@Override
	public boolean supportsOpen(final Location source) {
		final List<String> addresses = addresses(source);
		if (addresses.isEmpty()) return false;
		try (ReadSession session = session()) {
			client(addresses, session);
			return true;
		}
		catch (final CutoutException | IllegalArgumentException e) {
			return false;
		}
	}

	/**
	 * @return X, Y, Z in nm, and Channel where there are several
	 * @throws IOException if it can't be read, or does not fit the memory; says
	 *           why
	 */
	@Override
	public Dataset open(final Location source) throws IOException {
		try (ReadSession session = session()) {
			final ImageryClient client = client(addresses(source), session);
			final Volume<?> volume = client.imageVolume().orElseThrow();
			final Long3 min = volume.bounds(0).min();
			final Long3 max = volume.bounds(0).max();
			return new CutoutDatasets(datasets).of(client.image(CutoutRequest.of(
				Region.bounds(min.x(), min.y(), min.z(), max.x(), max.y(), max.z()).at(
					volume.resolution(0))).withImageMip(0).withFit(Fit.NATIVE)));
		}
		catch (final CutoutException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	/** One of its own, without a cache: a folder may have been saved anew. */
	private ReadSession session() {
		return ReadSession.builder(cutouts.session().stores()).cacheBytes(0)
			.formats(plugins.createInstancesOfType(SourceFormat.class)).build();
	}

	/** For the first image that there is. */
	private static ImageryClient client(final List<String> addresses,
		final ReadSession session)
	{
		Optional<SourceNotFound> missing = Optional.empty();
		for (final String address : addresses)
			try {
				return ImageryClient.builder(session).imageSource(address).build();
			}
			catch (final SourceNotFound e) {
				missing = Optional.of(e);
			}
		throw missing.orElseThrow();
	}

	/** Of the images that it may hold, the first is what it is opened for. */
	private static List<String> addresses(final Location source) {
		if (!(source instanceof FileLocation file)) return List.of();
		final Path folder = file.getFile().toPath();
		if (!Files.isDirectory(folder)) return List.of();
		final String name = source.getName().toLowerCase(Locale.ROOT);
		if (name.endsWith(".zarr")) return List.of("zarr://" + folder);
		if (name.endsWith(".zarr3")) return List.of("zarr3://" + folder);
		return name.endsWith(".n5") ? List.of("n5://" + folder + "/em", "n5://" +
			folder + "/segmentation") : List.of();
	}

	@Override
	public Class<Dataset> getDataType() {
		return Dataset.class;
	}
}
