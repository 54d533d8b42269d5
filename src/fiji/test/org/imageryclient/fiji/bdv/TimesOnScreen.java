// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JSlider;

import net.imglib2.Cursor;
import net.imglib2.type.numeric.integer.UnsignedLongType;

import org.imageryclient.auth.Token;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.LoggedRequest;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.RecordedGraph;
import org.scijava.Context;

/**
 * A program: a proofread segmentation without imagery in a real window of
 * BigDataViewer, at one time and then at another. Writes what was seen.
 */
final class TimesOnScreen {

	private static final String NOW = "latest@now";
	private static final String EARLIER = "t3_after_split1@1719792000";

	/** Not asked for before. */
	private static final String UNKNOWN = "t8_after_all@1767300000";

	private final List<String> seen = new ArrayList<>();
	private final RecordedCave cave;
	private final ImageryClient client;
	private final BrowseWindow window;
	private final WindowUser user;

	private TimesOnScreen(final RecordedCave cave, final CutoutService cutouts)
		throws Exception
	{
		this.cave = cave;
		cutouts.session().credentials().give(cave.address(), Token.of(
			RecordedCave.VIEWER));
		client = cutouts.open("graphene://" + cave.url(
			"segmentation/table/pcg_test_v1"));
		window = (BrowseWindow) cutouts.browse(client);
		user = new WindowUser(window);
	}

	/**
	 * @param args the file to write
	 */
	public static void main(final String[] args) {
		try (RecordedCave cave = RecordedCave.start();
				Context context = new Context())
		{
			final TimesOnScreen program = new TimesOnScreen(cave, context.service(
				CutoutService.class));
			program.look();
			Files.write(Path.of(args[0]), program.seen);
			Runtime.getRuntime().halt(0);
		}
		catch (final Throwable e) {
			e.printStackTrace();
			Runtime.getRuntime().halt(1);
		}
	}

	private void look() {
		user.await("the card", () -> WindowUser.all(user.frame(), JSlider.class)
			.size() >= 3);
		user.pause(500);
		final long[] voxel = new long[3];
		final long supervoxel = findChanged(voxel);
		user.enter("Go to", voxel[0] + ", " + voxel[1] + ", " + voxel[2]);
		window.lookAt(PositionText.nm(voxel[0] + ", " + voxel[1] + ", " + voxel[2],
			window.voxels()), 400, 400);
		awaitColour(cave.graph().root(supervoxel, NOW));
		user.awaitQuiet(cave.server());
		cave.server().clearLog();

		user.enter("Roots as of", RecordedGraph.seconds(EARLIER));
		final long earlier = cave.graph().root(supervoxel, EARLIER);
		awaitColour(earlier);
		user.awaitQuiet(cave.server());
		seen.add("chunks fetched " + count("/data/"));
		seen.add("look-ups " + count("/segmentation/"));
		seen.add("label " + user.label("Roots as of").getText());
		user.click(KeyEvent.VK_CONTROL);
		user.await("the root of that time on the clipboard", () -> Long
			.toUnsignedString(earlier).equals(WindowUser.clipboard()));
		seen.add("selected " + Long.toUnsignedString(window.selected()[0]) +
			" expected " + Long.toUnsignedString(earlier));

		user.enter("Roots as of", "2999-01-01");
		user.await("a message", () -> !user.messages().isEmpty());
		seen.add("wrong time " + user.messages());
		user.enter("Roots as of", "now");
		user.await("no message", () -> user.messages().isEmpty());
		window.style().clearSelection();
		awaitColour(cave.graph().root(supervoxel, NOW));
		trouble();
	}

	/** The server refuses look-ups, the second time some seconds after. */
	private void trouble() {
		final String path = cave.server().requests().stream().map(
			LoggedRequest::path).filter(p -> p.contains("roots_binary")).findFirst()
			.orElseThrow();
		cave.server().clearLog();
		cave.server().rule(path, request -> Answer.of(400, "no"));
		user.enter("Roots as of", RecordedGraph.seconds(UNKNOWN));
		user.await("two refusals", () -> count(path) == 2);
		user.pause(500);
		seen.add("refused twice, said " + user.messages().split("\n\n").length +
			" time: " + user.messages());
	}

	/** Where the root was another one then; there is no imagery beneath. */
	private long findChanged(final long[] voxel) {
		final SegmentationCutout raw = client.segmentation(Region.bounds(1040, 2030,
			305, 1130, 2120, 306), RootSelection.rawIds());
		final Cursor<UnsignedLongType> cursor = raw.labels().localizingCursor();
		while (cursor.hasNext()) {
			final long id = cursor.next().getLong();
			if (id == 0 || cave.graph().root(id, NOW) == cave.graph().root(id,
				EARLIER)) continue;
			cursor.localize(voxel);
			for (int d = 0; d < 3; d++)
				voxel[d] += raw.origin().get(d);
			return id;
		}
		throw new AssertionError("Expected a root that changed.");
	}

	private void awaitColour(final long root) {
		final int rgb = BlendProjector.over(0xff000000, (int) Math.round(255 *
			0.4) << 24 | RootColors.hashed().argb(root) & 0xffffff) & 0xffffff;
		user.await("the colour of root " + Long.toUnsignedString(root), () -> user
			.middle() == rgb);
	}

	private long count(final String path) {
		return cave.server().requests().stream().map(LoggedRequest::path).filter(
			p -> p.startsWith(path)).count();
	}
}
