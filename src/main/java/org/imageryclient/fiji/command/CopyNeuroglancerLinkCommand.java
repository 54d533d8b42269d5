// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Optional;
import java.util.stream.Stream;

import org.imageryclient.Progress;
import org.imageryclient.fiji.service.CutoutDisplay;
import org.imageryclient.link.NeuroglancerState;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Makes a Neuroglancer link that shows a cutout: that of the current image, or
 * else the one that was shown last, in whatever viewer; where a source is
 * given, the one that the fields say, which is not read. The link is in the
 * log, in the clipboard where there is a screen, and the command's output.
 *
 * <pre>
 * run("Copy Neuroglancer Link...", "");
 * </pre>
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Imagery Client>Copy Neuroglancer Link...")
public class CopyNeuroglancerLinkCommand extends CutoutCommand implements
	AnsweredInputs
{

	private static final String ON_THIS_COMPUTER = "precomputed://file:";

	@Parameter(label = "Colours of segments", required = false, attrs = @Attr(
		name = InputDialogs.ADVANCED),
		description = "As in Imagery Cutout; the current image has its own")
	private String colors = "hashed";

	@Parameter(label = "Viewer", required = false, attrs = @Attr(
		name = InputDialogs.ADVANCED),
		description = "Address of a Neuroglancer; empty for Spelunker if the segmentation is a graphene one, else for neuroglancer-demo.appspot.com")
	private String site = "";

	@Parameter(type = ItemIO.OUTPUT)
	private String link;

	@Override
	String job() {
		return "Copy Neuroglancer Link";
	}

	@Override
	public boolean areInputsAnswered() {
		return shownJson().isPresent() || cutouts().lastShown().isPresent();
	}

	@Override
	public void checkInputs() {
		if (isGiven() || !areInputsAnswered()) super.checkInputs();
	}

	@Override
	void run(final Progress progress) {
		final NeuroglancerState state = isGiven() ? NeuroglancerState.of(
			planCutout(), new ColorsField(text(colors)).scheme()) : shownJson().map(
				NeuroglancerState::parse).or(cutouts()::lastShown).orElseThrow(
					() -> new IllegalArgumentException(
						"Expected the image of a cutout as the current one, or the address of a volume as source, but there is neither; try Imagery Cutout... first."));
		link = text(site).isBlank() ? state.toLink() : state.toLink(site);
		log().info(link);
		if (!GraphicsEnvironment.isHeadless()) copy();
		Stream.of(state.imageSource(), state.segmentationSource()).flatMap(
			Optional::stream).filter(s -> s.startsWith(ON_THIS_COMPUTER)).forEach(
				s -> log().warn(s +
					" is on this computer: no browser can show it. Pasted here, the link works."));
	}

	private void copy() {
		try {
			Toolkit.getDefaultToolkit().getSystemClipboard().setContents(
				new StringSelection(link), null);
		}
		catch (final IllegalStateException e) {
			log().warn("The clipboard is in use: take the link from the log.");
		}
	}

	/** What the display noted with the image, which may be a saved one. */
	private static Optional<String> shownJson() {
		return CurrentImage.get().map(image -> image.getProp(
			CutoutDisplay.STATE_PROPERTY));
	}
}
