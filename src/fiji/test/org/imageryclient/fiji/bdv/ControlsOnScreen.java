// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.ui.keymap.Keymap;
import bdv.util.BdvHandleFrame;
import bdv.viewer.Interpolation;

import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.swing.JFileChooser;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JSlider;
import javax.swing.JTextField;

import net.imglib2.realtransform.AffineTransform3D;
import net.imglib2.type.numeric.RealType;

import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.SampleVolume;
import org.scijava.Context;

/**
 * A program: the sample in a real window of BigDataViewer, every control of the
 * card, every key. Writes what was seen, a line each, and a picture.
 */
final class ControlsOnScreen {

	/** A neurite of the sample. */
	private static final String VOXEL = "20512, 12512, 310";

	private static final String NEW_COLOURS = "imageryclient new colours";

	private final List<String> seen = new ArrayList<>();
	private final CutoutService cutouts;
	private final Path home;
	private final BrowseWindow window;
	private final WindowUser user;
	private final int grey;
	private final long root;

	private ControlsOnScreen(final CutoutService cutouts, final Path home)
		throws Exception
	{
		this.cutouts = cutouts;
		this.home = home;
		final ImageryClient client = cutouts.open(SampleVolume.em(), SampleVolume
			.seg());
		window = (BrowseWindow) cutouts.browse(client);
		user = new WindowUser(window);
		final Region voxel = Region.bounds(20512, 12512, 310, 20513, 12513, 311);
		grey = (int) ((RealType<?>) client.image(voxel).pixels().firstElement())
			.getRealDouble();
		root = client.segmentation(voxel, RootSelection.all()).ids()[0];
	}

	/**
	 * @param args the file to write, one for the picture, and a folder
	 */
	public static void main(final String[] args) {
		try (Context context = new Context()) {
			final ControlsOnScreen program = new ControlsOnScreen(context.service(
				CutoutService.class), Path.of(args[2]));
			program.look(new File(args[1]));
			Files.write(Path.of(args[0]), program.seen);
			Runtime.getRuntime().halt(0);
		}
		catch (final Throwable e) {
			e.printStackTrace();
			Runtime.getRuntime().halt(1);
		}
	}

	private void look(final File picture) throws Exception {
		user.await("the card", () -> user.frame().isShowing() && !user.viewer()
			.getSize().equals(user.frame().getSize()) && WindowUser.all(user.frame(),
				JSlider.class).size() >= 3);
		user.pause(500);
		position();
		opacity();
		colours();
		selection();
		user.capture(picture);
		interpolation();
		typing();
		bookmarks();
		settings();
		keymap();
		closing();
		imageryAlone();
		cutoutAlone();
	}

	private void position() {
		user.enter("Go to", VOXEL);
		final double[] middle = new double[] { user.viewer().getDisplay()
			.getWidth() / 2.0 - 0.5, user.viewer().getDisplay().getHeight() / 2.0 -
				0.5, 0 };
		user.viewer().displayToGlobalCoordinates(middle);
		seen.add("voxel in the middle " + PositionText.voxels(middle, window
			.voxels()));
		user.enter("Go to", "81000, 49000, 15525 nm");
		final double[] there = new double[] { user.viewer().getDisplay()
			.getWidth() / 2.0 - 0.5, user.viewer().getDisplay().getHeight() / 2.0 -
				0.5, 0 };
		user.viewer().displayToGlobalCoordinates(there);
		seen.add("nm in the middle " + Arrays.stream(there).mapToLong(Math::round)
			.mapToObj(Long::toString).collect(Collectors.joining(" ")));
		user.enter("Go to", "somewhere");
		user.await("a message", () -> user.messages().contains("somewhere"));
		seen.add("wrong position " + user.messages());
		user.enter("Go to", VOXEL);
		user.await("no message", () -> user.messages().isEmpty());
	}

	/** Sees single voxels, many pixels each. */
	private void opacity() {
		window.lookAt(PositionText.nm(VOXEL, window.voxels()), 300, 300);
		awaitMiddle("labels at 0.4", blended(0, 0.4));
		slide("Opacity of labels", 80);
		awaitMiddle("labels at 0.8", blended(0, 0.8));
		slide("Opacity of labels", 0);
		awaitMiddle("no labels", grey * 0x010101);
		slide("Opacity of labels", 40);
		seen.add("opacity follows the slider");
	}

	private void colours() {
		user.press("Other colours");
		final int other = window.style().seed();
		awaitMiddle("other colours", blended(other, 0.4));
		user.press("Colours before");
		awaitMiddle("the colours before", blended(0, 0.4));
		user.press(KeyEvent.VK_CONTROL, KeyEvent.VK_L);
		user.await("another seed", () -> window.style().seed() != 0);
		awaitMiddle("other colours by key", blended(window.style().seed(), 0.4));
		user.press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_L);
		awaitMiddle("the colours before by key", blended(0, 0.4));
		seen.add("colours change and come back");
	}

	private void selection() {
		user.click(KeyEvent.VK_CONTROL);
		awaitMiddle("the selected root", blended(0, 1));
		seen.add("clipboard " + WindowUser.clipboard() + " expected " + Long
			.toUnsignedString(root));
		user.await("the id under the mouse", () -> WindowUser.inEventThread(
			() -> new Readout(window).lines()).size() == 2);
		seen.add("readout " + WindowUser.inEventThread(() -> new Readout(window)
			.lines()) + " expected [voxel " + VOXEL + ", root " + Long
				.toUnsignedString(root) + "]");
		slide("of the selected ones", 50);
		awaitMiddle("the selected root at 0.5", blended(0, 0.5));
		user.press("Select nothing");
		awaitMiddle("nothing selected", blended(0, 0.4));
		user.click(KeyEvent.VK_CONTROL);
		awaitMiddle("the selected root again", blended(0, 0.5));
		user.press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_N);
		awaitMiddle("nothing selected by key", blended(0, 0.4));
		window.style().toggle(7);
		slide("part that the others keep", 50);
		awaitMiddle("one that is not selected", blended(0, 0.2));
		window.style().clearSelection();
		slide("of the selected ones", 70);
		user.click(KeyEvent.VK_CONTROL);
		window.lookAt(PositionText.nm(VOXEL, window.voxels()), 2500, 2000);
		user.pause(1500);
		seen.add("selection has its opacities");
	}

	/** At full opacity, only colours of labels and greys of EM are seen. */
	private void interpolation() {
		window.style().clearSelection();
		slide("Opacity of labels", 100);
		window.lookAt(PositionText.nm("20540, 12490, 310", window.voxels()), 300,
			300);
		user.pause(1500);
		final Set<Integer> before = colourful(user.painted());
		user.press(KeyEvent.VK_I);
		user.await("interpolation", () -> user.viewer().state()
			.getInterpolation() == Interpolation.NLINEAR);
		user.pause(1500);
		final Set<Integer> after = colourful(user.painted());
		seen.add("labels interpolated " + !after.equals(before) + ", colours " +
			before.size());
		user.press(KeyEvent.VK_I);
		slide("Opacity of labels", 40);
	}

	/** Away from the overlays. */
	private static Set<Integer> colourful(final BufferedImage image) {
		final Set<Integer> colours = new TreeSet<>();
		for (int y = 200; y < image.getHeight() - 100; y++)
			for (int x = 10; x < image.getWidth() - 50; x++) {
				final int rgb = image.getRGB(x, y) & 0xffffff;
				if ((rgb & 0xff) * 0x010101 != rgb) colours.add(rgb);
			}
		return colours;
	}

	/** Digits are keys of BigDataViewer, too. */
	private void typing() {
		final Object current = user.viewer().state().getCurrentSource();
		user.press(KeyEvent.VK_SHIFT);
		final JTextField field = user.beside("Go to", JTextField.class);
		WindowUser.inEventThread(() -> {
			field.setText("");
			return field.requestFocusInWindow();
		});
		user.await("the field to have the keys", field::isFocusOwner);
		for (final int key : new int[] { KeyEvent.VK_2, KeyEvent.VK_SPACE,
			KeyEvent.VK_3, KeyEvent.VK_SPACE, KeyEvent.VK_2, KeyEvent.VK_ENTER })
			user.type(key);
		user.await("the keys back in the picture", user.viewer()
			.getDisplay()::isFocusOwner);
		seen.add("typed " + field.getText() + ", same source " + (current == user
			.viewer().state().getCurrentSource()));
	}

	private void bookmarks() {
		final AffineTransform3D marked = user.viewer().state().getViewerTransform();
		user.press(KeyEvent.VK_SHIFT, KeyEvent.VK_B);
		user.type(KeyEvent.VK_A);
		window.lookAt(PositionText.nm(VOXEL, window.voxels()), 9000, 9000);
		user.press(KeyEvent.VK_B);
		user.type(KeyEvent.VK_A);
		user.await("the bookmark", () -> isSame(marked, user.viewer().state()
			.getViewerTransform()));
		seen.add("bookmark found");
	}

	private static boolean isSame(final AffineTransform3D a,
		final AffineTransform3D b)
	{
		final double[] p = a.getRowPackedCopy();
		final double[] q = b.getRowPackedCopy();
		for (int i = 0; i < p.length; i++)
			if (Math.abs(p[i] - q[i]) > 1e-3 * (1 + Math.abs(p[i]))) return false;
		return true;
	}

	/** By the keys of BigDataViewer, into a file and back. */
	private void settings() throws Exception {
		final File file = home.resolve("view.settings.xml").toFile();
		user.press(KeyEvent.VK_F11);
		choose(file);
		user.await("the file", file::isFile);
		final var sources = user.viewer().state().getSources();
		final var em = window.handle().getConverterSetups().getConverterSetup(
			sources.get(0));
		em.setDisplayRange(10, 20);
		user.viewer().state().setSourceActive(sources.get(1), false);
		user.press(KeyEvent.VK_F12);
		choose(file);
		user.await("the settings", () -> em.getDisplayRangeMax() == 255 && user
			.viewer().state().isSourceActive(sources.get(1)));
		seen.add("settings load, groups " + user.viewer().state().getGroups()
			.stream().map(g -> user.viewer().state().getGroupName(g)).limit(3)
			.toList());
	}

	private void choose(final File file) {
		user.await("a file dialog", () -> WindowUser.windows(JDialog.class)
			.anyMatch(d -> !WindowUser.all(d, JFileChooser.class).isEmpty()));
		final JFileChooser chooser = WindowUser.windows(JDialog.class).flatMap(
			d -> WindowUser.all(d, JFileChooser.class).stream()).findFirst()
			.orElseThrow();
		WindowUser.inEventThread(() -> {
			chooser.setSelectedFile(file);
			chooser.approveSelection();
			return file;
		});
	}

	/** The user's own keys, as the preferences dialog applies them. */
	private void keymap() {
		final BdvHandleFrame bdv = (BdvHandleFrame) window.handle();
		seen.add("keys listed " + bdv.getKeymapManager().getCommandDescriptions()
			.createCommandDescriptionsMap().keySet().stream().map(c -> c.getName())
			.filter(name -> name.startsWith("imageryclient")).sorted().toList());
		final Keymap shown = bdv.getKeymapManager().getForwardSelectedKeymap();
		final Keymap mine = shown.copy();
		mine.getConfig().remove("ctrl L", NEW_COLOURS, "bdv");
		mine.getConfig().add("ctrl K", NEW_COLOURS, "bdv");
		shown.set(mine);
		final int seed = window.style().seed();
		user.press(KeyEvent.VK_CONTROL, KeyEvent.VK_L);
		seen.add("the key that was taken away works " + (window.style()
			.seed() != seed));
		user.press(KeyEvent.VK_CONTROL, KeyEvent.VK_K);
		user.await("new colours by another key", () -> window.style()
			.seed() != seed);
	}

	private void closing() {
		window.close();
		user.await("the end of all threads", () -> Thread.getAllStackTraces()
			.keySet().stream().noneMatch(t -> t.getName().startsWith("Fetcher") || t
				.getName().startsWith("imagery-browse")));
		seen.add("threads end with the window");
	}

	private void imageryAlone() throws Exception {
		final BrowseWindow alone = (BrowseWindow) cutouts.browse(cutouts.open(
			SampleVolume.em(), ""));
		final WindowUser its = new WindowUser(alone);
		its.await("its card", () -> WindowUser.all(its.frame(), JSlider.class)
			.size() >= 3);
		its.pause(500);
		its.enter("Go to", VOXEL);
		alone.lookAt(PositionText.nm(VOXEL, alone.voxels()), 300, 300);
		its.await("its grey", () -> its.middle() == grey * 0x010101);
		its.click(KeyEvent.VK_CONTROL);
		its.pause(300);
		seen.add("imagery alone: selected " + alone.selected().length +
			", messages [" + its.messages() + "]");
		alone.close();
	}

	/** In a window of its own, since none is open. */
	private void cutoutAlone() throws Exception {
		final Region region = Region.centered(20512, 12512, 310).size(100, 100, 1);
		final BrowseWindow cutout = (BrowseWindow) cutouts.show(cutouts.open(
			SampleVolume.em(), SampleVolume.seg()).imageAndSegmentation(region,
				RootSelection.all()), "bdv");
		final WindowUser its = new WindowUser(cutout);
		its.await("its card", () -> WindowUser.all(its.frame(), JSlider.class)
			.size() >= 3);
		its.pause(500);
		cutout.lookAt(PositionText.nm(VOXEL, cutout.voxels()));
		its.await("its pixel", () -> its.middle() == blended(0, 0.4));
		seen.add("cutout alone is shown, title " + ((JFrame) its.frame())
			.getTitle());
	}

	private void slide(final String label, final int percent) {
		final JSlider slider = user.beside(label, JSlider.class);
		WindowUser.inEventThread(() -> {
			slider.setValue(percent);
			return percent;
		});
	}

	private int blended(final int seed, final double opacity) {
		final int argb = RootColors.hashed(seed).argb(root);
		return BlendProjector.over(0xff000000 | grey * 0x010101, (int) Math.round(
			255 * opacity) << 24 | argb & 0xffffff) & 0xffffff;
	}

	private void awaitMiddle(final String what, final int rgb) {
		user.await(what + " " + Integer.toHexString(rgb) + ", not " + Integer
			.toHexString(user.middle()), () -> user.middle() == rgb);
	}
}
