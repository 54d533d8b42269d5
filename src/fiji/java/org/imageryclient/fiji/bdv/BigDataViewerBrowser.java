// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.fiji.service.VolumeBrowser;
import org.scijava.plugin.AbstractRichPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Browses whole volumes in BigDataViewer. */
@Plugin(type = VolumeBrowser.class)
public class BigDataViewerBrowser extends AbstractRichPlugin implements
	VolumeBrowser
{

	@Parameter
	private BrowseWindowService windows;

	/** @return a {@link BrowseWindow} */
	@Override
	public Object browse(final ImageryClient client) {
		return windows.browse(client);
	}
}
