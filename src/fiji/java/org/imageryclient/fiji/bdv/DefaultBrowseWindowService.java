// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageryclient.Unsupported;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/** Opens windows, and connects them with the rest of Fiji. */
@Plugin(type = Service.class)
public class DefaultBrowseWindowService extends AbstractService implements
	BrowseWindowService
{

	/** By name: adapters don't know the commands. */
	private static final String CUTOUT_COMMAND =
		"org.imageryclient.fiji.command.ImageryCutoutCommand";

	@Parameter
	private StatusService status;

	@Parameter
	private CommandService commands;

	private Optional<BrowseWindow> last = Optional.empty();

	@Override
	public BrowseWindow browse(final ImageryClient client) {
		final BrowseWindow window = open(title(client), client.resolution());
		window.add(client);
		equip(window, Optional.of(() -> BoxTool.open(window, client,
			box -> runCutout(window, client, box))));
		return window;
	}

	@Override
	public synchronized BrowseWindow current(final Resolution voxels) {
		return last.filter(window -> !window.isClosed()).orElseGet(() -> {
			final BrowseWindow window = open("Cutouts", voxels);
			equip(window, Optional.empty());
			return window;
		});
	}

	private synchronized BrowseWindow open(final String title,
		final Resolution voxels)
	{
		if (GraphicsEnvironment.isHeadless()) throw new Unsupported(
			"Expected a screen to open BigDataViewer on but there is none; try show = imagej.");
		final BrowseWindow window = BrowseWindow.open(title, voxels);
		last = Optional.of(window);
		return window;
	}

	private void equip(final BrowseWindow window,
		final Optional<Runnable> cutOut)
	{
		window.addCard("ImageryClient", new ControlsCard(window, cutOut)
			.component());
		LabelActions.install(window, this::tell);
	}

	/** How the addresses of the sources end: {@code em, seg}. */
	static String title(final ImageryClient client) {
		return Stream.concat(client.imageSource().stream(), client
			.segmentationSource().stream()).map(source -> source.replaceFirst(
				"[/|:]+$", "").replaceFirst(".*/", "")).distinct().collect(Collectors
					.joining(", "));
	}

	private void tell(final long root) {
		if (root == 0) {
			status.showStatus("No root here");
			return;
		}
		LabelActions.copy(root);
		status.showStatus("Root " + Long.toUnsignedString(root) +
			" (on the clipboard)");
	}

	/** The dialog of Imagery Cutout asks for the rest. */
	private void runCutout(final BrowseWindow window, final ImageryClient client,
		final Region box)
	{
		final Region.Corners corners = box.corners(Optional.empty());
		final Resolution nm = client.resolution();
		final long[] selected = window.selected();
		commands.run(CUTOUT_COMMAND, true, "source", client.imageSource().orElse(
			""), "segmentation", client.segmentationSource().orElse(""), "center", "",
			"size", "", "bounds", corners.toString(), "resolution", nm.x() + "x" + nm
				.y() + "x" + nm.z(), "roots", selected.length == 0 ? "all" : Arrays
					.stream(selected).mapToObj(Long::toUnsignedString).collect(Collectors
						.joining(",")), "timestamp", window.time().map(Object::toString)
							.orElse(""), "colors", ColorScheme.hashed(window.style().seed())
								.toString());
	}

	@Override
	public synchronized void dispose() {
		last.filter(window -> !window.isClosed()).ifPresent(BrowseWindow::close);
		last = Optional.empty();
	}
}
