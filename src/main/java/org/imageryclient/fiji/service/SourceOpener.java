// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.volume.ReadSession;
import org.scijava.plugin.HandlerPlugin;

/**
 * Makes a client from one name: the address of a volume, or whatever else a
 * plugin knows to resolve. Plugins of this type are found by
 * {@link CutoutService#open(String)}, which takes the one of highest priority
 * that supports the name. Instances are shared and hold no connection.
 */
public interface SourceOpener extends HandlerPlugin<String> {

	/** What names it takes, for messages: {@code the address of a volume}. */
	String accepts();

	/**
	 * Whether the name is of this opener's kind. No network; whether something is
	 * there turns out in {@link #open}.
	 */
	@Override
	boolean supports(String name);

	/**
	 * Opens what the name stands for. A few GETs.
	 *
	 * @param name one that this opener supports
	 * @param session through which all is read; stays the caller's
	 * @throws org.imageryclient.CutoutException if it can't be opened
	 */
	ImageryClient open(String name, ReadSession session);

	@Override
	default Class<String> getType() {
		return String.class;
	}
}
