// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import org.imageryclient.geom.Resolution;
import org.imageryclient.volume.Volume;

/**
 * The imagery or the segmentation of a client.
 *
 * @param source the address as it was given
 * @param volume what is there
 * @param defaultMip the client's choice for requests without one; may itself be
 *          {@link Mip#DEFAULT}
 */
record ClientSide(String source, Volume<?> volume, Mip defaultMip) {


	/**
	 * The scale number, from 0, that a request's mip means here.
	 *
	 * @throws IllegalArgumentException if there is no such scale; lists those
	 *           there are
	 */
	int mip(final Mip requested) {
		final Mip mip = requested.or(defaultMip);
		if (mip.resolution().isPresent()) return volume.mipOf(mip.resolution()
			.get());
		return mip.index().map(volume::checkMip).orElseGet(volume::defaultMip);
	}

	/** Whether stored ids have roots on a server. */
	boolean isAgglomerated() {
		return volume.agglomeration().isPresent();
	}

	Resolution resolution(final Mip requested) {
		return volume.resolution(mip(requested));
	}
}
