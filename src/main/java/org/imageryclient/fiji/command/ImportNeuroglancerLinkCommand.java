// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Open Neuroglancer Link where people look for what opens data. */
@Plugin(type = Command.class, headless = true,
	menuPath = "File>Import>Neuroglancer Link...")
public class ImportNeuroglancerLinkCommand extends OpenNeuroglancerLinkCommand {
	// The same command.
}
