// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Imagery Cutout where people look for what opens data. */
@Plugin(type = Command.class, headless = true,
	menuPath = "File>Import>Neuroglancer or CAVE Cutout...")
public class ImportCutoutCommand extends ImageryCutoutCommand {
	// The same command.
}
