// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import org.imageryclient.Progress;
import org.imageryclient.fiji.service.CutoutService;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Opens whole volumes in a viewer that fetches what is looked at.
 *
 * <pre>
 * run("Browse in BigDataViewer...", "source=minnie65_public");
 * </pre>
 *
 * The names of the parameters are the keys of macros.
 */
@Plugin(type = Command.class,
	menuPath = "Plugins>Imagery Client>Browse in BigDataViewer...")
public class BrowseCommand extends JobCommand {

	@Parameter
	private CutoutService cutouts;

	@Parameter(label = "Imagery", columns = 30, required = false,
		description = "Address of the imagery, such as precomputed://gs://bucket/em, a folder, or the name of a CAVE datastack")
	private String source = "";

	@Parameter(label = "Segmentation", columns = 30, required = false,
		description = "Address of the segmentation; empty for imagery alone")
	private String segmentation = "";

	@Override
	String job() {
		return "Browse in BigDataViewer";
	}

	@Override
	void run(final Progress progress) {
		CutoutFields.checkAddresses(text(source), text(segmentation));
		cutouts.browse(text(segmentation).isBlank() ? cutouts.open(text(source))
			: cutouts.open(text(source), text(segmentation)));
	}
}
