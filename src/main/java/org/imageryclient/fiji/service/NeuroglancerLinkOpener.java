// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.link.NeuroglancerState;
import org.imageryclient.volume.ReadSession;
import org.scijava.log.LogService;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Opens what a pasted Neuroglancer link shows: its imagery and segmentation, in
 * its voxels, at its time. One GET more where the link points to a stored
 * state.
 */
@Plugin(type = SourceOpener.class)
public class NeuroglancerLinkOpener extends AbstractHandlerPlugin<String>
	implements SourceOpener
{

	@Parameter
	private LogService log;

	@Override
	public String accepts() {
		return "a Neuroglancer link, https://…#!{…}";
	}

	@Override
	public boolean supports(final String name) {
		return NeuroglancerState.isLink(name);
	}

	@Override
	public ImageryClient open(final String name, final ReadSession session) {
		final NeuroglancerState state = NeuroglancerState.read(name, session
			.stores());
		state.notes().forEach(log::info);
		return state.applyTo(ImageryClient.builder(session)).build();
	}
}
