// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.text.TextWindow;

import java.awt.GraphicsEnvironment;
import java.time.Clock;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.fiji.service.CutoutService;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Tries all that a cutout needs, one by one, and reports how each went and what
 * to do: proxy, DNS, TLS, where the token is, the descriptions of the volumes,
 * one chunk of each, and its roots. The report holds no token and no home
 * folder: it can be shown to others.
 *
 * <pre>
 * run("Check Connection...", "source=minnie65_public");
 * </pre>
 *
 * A step that fails does not stop a macro: the report is the result.
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Imagery Client>Check Connection...")
public class CheckConnectionCommand extends JobCommand implements
	CheckedInputs
{

	private static final int WIDTH = 900;
	private static final int HEIGHT = 500;

	@Parameter
	private CutoutService cutouts;

	@Parameter(label = "Imagery", columns = 30, required = false,
		description = "As for a cutout: an address, a folder, a link, or the name of a CAVE datastack, such as minnie65_public")
	private String source = "";

	@Parameter(label = "Segmentation", columns = 30, required = false,
		description = "Address of the segmentation, if it is not with the imagery")
	private String segmentation = "";

	@Parameter(type = ItemIO.OUTPUT)
	private String report;

	@Override
	String job() {
		return "Check Connection";
	}

	@Override
	public void checkInputs() {
		CutoutFields.checkAddresses(text(source), text(segmentation));
	}

	@Override
	public boolean isMoreAskedFor() {
		return false;
	}

	@Override
	void run(final Progress progress) {
		checkInputs();
		final ConnectionReport lines = new ConnectionReport(System.getProperty(
			"user.home"));
		lines.heading("Check Connection, " + Timestamp.now(Clock.systemUTC()) +
			", Java " + System.getProperty("java.version") + " on " + System
				.getProperty("os.name"));
		final ConnectionTrial trial = new ConnectionTrial(cutouts, lines, progress);
		if (text(segmentation).isBlank()) trial.name(source.strip());
		else {
			if (!text(source).isBlank()) trial.imagery(source.strip());
			trial.segmentation(segmentation.strip());
		}
		report = lines.toString();
		if (lines.failures() == 0) log().info(report);
		else log().warn(report);
		if (!GraphicsEnvironment.isHeadless()) new TextWindow(job(), report, WIDTH,
			HEIGHT);
	}
}
