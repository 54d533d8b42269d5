// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import java.io.IOException;

import org.imageryclient.CutoutException;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.mask.MaskSet;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Saves cutouts and masks through SciJava's {@code IOService}, as
 * {@link CutoutService#save} does: the end of the name decides.
 *
 * <pre>
 * io.save(pair, "fig.tif");
 * </pre>
 */
@Plugin(type = IOPlugin.class)
public final class CutoutFile extends AbstractIOPlugin<Object> {

	@Parameter
	private CutoutService cutouts;

	@Override
	public boolean supportsSave(final Object data, final Location destination) {
		return (data instanceof Cutout || data instanceof MaskSet) &&
			destination instanceof FileLocation;
	}

	/**
	 * @throws IOException if it can't be saved; says why
	 */
	@Override
	public void save(final Object data, final Location destination)
		throws IOException
	{
		try {
			cutouts.save(data, ((FileLocation) destination).getFile().toPath());
		}
		catch (final CutoutException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	@Override
	public Class<Object> getDataType() {
		return Object.class;
	}
}
