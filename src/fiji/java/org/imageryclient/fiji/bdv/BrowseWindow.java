// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.cache.SharedQueue;
import bdv.ui.BdvDefaultCards;
import bdv.ui.CardPanel;
import bdv.ui.splitpanel.SplitPanel;
import bdv.util.BdvFunctions;
import bdv.util.BdvHandle;
import bdv.util.BdvOptions;
import bdv.util.MipmapTransforms;
import bdv.viewer.DisplayMode;
import bdv.viewer.SourceAndConverter;
import bdv.viewer.SourceGroup;
import bdv.viewer.ViewerState;

import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;

import javax.swing.JComponent;
import javax.swing.SwingUtilities;

import net.imglib2.realtransform.AffineTransform3D;

import org.imageryclient.Canceled;
import org.imageryclient.CutoutException;
import org.imageryclient.Timestamp;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.volume.LiveRoots;
import org.imageryclient.volume.Volume;

/**
 * A BigDataViewer window with imagery, labels over it, and what was cut out.
 * Its world is in nm. Chunks are fetched and roots looked up by threads of its
 * own; neither the event thread nor those that draw ever wait for a server.
 */
public final class BrowseWindow implements AutoCloseable {

	private static final System.Logger LOG = System.getLogger(BrowseWindow.class
		.getName());

	/** A subject of messages. */
	private static final String ROOTS = "roots";

	/** One looks up roots, the other what the user clicks at. */
	private static final int WORKERS = 2;

	/** Requests for chunks at one time. */
	private static final int FETCHERS = 8;

	/** Beside the cards, in pixels: a scroll bar. */
	private static final int MARGIN = 20;

	/** More mips than any volume has: priorities of the queue. */
	private static final int PRIORITIES = 32;

	private final SharedQueue queue = new SharedQueue(FETCHERS, PRIORITIES);
	private final ScheduledExecutorService background = Executors
		.newScheduledThreadPool(WORKERS, BrowseWindow::daemon);
	private final Messages messages = new Messages(this::flash);
	private final List<Runnable> timeListeners = new CopyOnWriteArrayList<>();
	private final LabelStyle style = LabelStyle.hashed();
	private final List<Segmentation> segmentations = new CopyOnWriteArrayList<>();
	/** Each image lies over those before it: a list of its channels. */
	private final List<List<SourceAndConverter<?>>> bottomUp =
		new CopyOnWriteArrayList<>();
	private final BdvHandle bdv;
	private final Resolution voxels;
	private volatile boolean isClosed;

	private BrowseWindow(final String title, final Resolution voxels) {
		this.voxels = voxels;
		bdv = BdvFunctions.show(BdvOptions.options().frameTitle(title)
			.preferredSize(1100, 750).accumulateProjectorFactory(
				new BlendProjector.Factory(bottomUp)));
		bdv.getViewerPanel().setDisplayMode(DisplayMode.FUSED);
		bdv.getViewerPanel().getDisplay().overlays().add(new Readout(this));
		style.onChange(this::repaint);
		SwingUtilities.getWindowAncestor(bdv.getViewerPanel()).addWindowListener(
			new WindowAdapter()
			{

				@Override
				public void windowClosing(final WindowEvent e) {
					release();
				}
			});
	}

	/**
	 * An empty window. Not on the event thread.
	 *
	 * @param voxels in which positions are shown and pasted
	 */
	static BrowseWindow open(final String title, final Resolution voxels) {
		return new BrowseWindow(title, voxels);
	}

	/**
	 * Shows all mips of a client's volumes, lazily, from the middle of the box of
	 * its imagery. Fetches nothing by itself: the viewer asks for what it shows.
	 */
	void add(final ImageryClient client) {
		client.imageVolume().ifPresent(volume -> {
			final List<SourceAndConverter<?>> shown = Layers.imagery(volume, queue,
				missing(volume));
			show(shown, "EM");
			Contrast.adjustLater(volume, shown, this);
		});
		client.segmentationVolume().ifPresent(volume -> add(volume, client
			.timestamp().orElseGet(() -> Timestamp.now(Clock.systemUTC()))));
		lookAt(client.imageVolume().or(client::segmentationVolume).orElseThrow());
	}

	private void add(final Volume<?> labels, final Timestamp time) {
		final Optional<LiveRoots> roots = labels.agglomeration().map(
			graph -> new LiveRoots(graph, time, this::after, this::showRoots,
				e -> messages.sayFirst(ROOTS, e.getMessage())));
		final LongUnaryOperator rootOf = roots.<LongUnaryOperator> map(r -> r::root)
			.orElse(LongUnaryOperator.identity());
		final SourceAndConverter<?> shown = Layers.labels(labels, rootOf, style,
			queue, missing(labels));
		show(List.of(shown), "Segmentation");
		segmentations.add(new Segmentation(shown, labels.agglomeration(), roots));
	}

	private MissingChunks missing(final Volume<?> volume) {
		return new MissingChunks(volume.address(), messages, this::after,
			this::repaint);
	}

	private void showRoots() {
		messages.settle(ROOTS);
		repaint();
	}

	/**
	 * Adds a cutout where it lies.
	 *
	 * @param cutout an {@code ImageCutout}, {@code SegmentationCutout} or
	 *          {@code PairedCutout}
	 * @param colors of its labels; where they are the window's, they change with
	 *          those
	 */
	void addCutout(final Object cutout, final ColorScheme colors) {
		if (cutout instanceof PairedCutout pair) {
			addCutout(pair.image(), colors);
			addCutout(pair.segmentation(), colors);
		}
		else if (cutout instanceof ImageCutout<?> image) show(Layers.imagery(image),
			"Cutouts");
		else {
			final SegmentationCutout ids = (SegmentationCutout) cutout;
			final SourceAndConverter<?> labels = Layers.labels(ids, colors.equals(
				ColorScheme.hashed(style.seed())) ? style : LabelStyle.of(colors.forIds(
					ids.ids())));
			show(List.of(labels), "Cutouts");
			segmentations.add(new Segmentation(labels, Optional.empty(), Optional
				.empty()));
		}
	}

	private void show(final List<SourceAndConverter<?>> sources,
		final String group)
	{
		bottomUp.add(sources);
		for (final SourceAndConverter<?> source : sources)
			BdvFunctions.show(source, BdvOptions.options().addTo(bdv));
		final ViewerState state = bdv.getViewerPanel().state();
		synchronized (state) {
			final SourceGroup its = state.getGroups().stream().filter(g -> state
				.getGroupName(g).equals(group)).findFirst().orElseGet(() -> unused(
					state, group));
			state.addSourcesToGroup(new ArrayList<>(sources), its);
			state.setSourcesActive(sources, true);
			state.setGroupActive(its, true);
		}
	}

	/**
	 * A group that nobody has named or filled yet, so that its digit key works,
	 * or a new one.
	 */
	private static SourceGroup unused(final ViewerState state,
		final String name)
	{
		final SourceGroup group = state.getGroups().stream().filter(g -> state
			.getGroupName(g).matches("group \\d+") && state.getSourcesInGroup(g)
				.isEmpty()).findFirst().orElseGet(SourceGroup::new);
		state.addGroup(group);
		state.setGroupName(group, name);
		return group;
	}

	/** So that the whole of a volume is on screen, at its middle slice. */
	private void lookAt(final Volume<?> volume) {
		final VoxelBox box = volume.bounds(0);
		final Resolution nm = volume.resolution(0);
		final double[] centre = new double[3];
		for (int d = 0; d < 3; d++)
			centre[d] = (Math.floorDiv(box.min().get(d) + box.max().get(d), 2) +
				0.5) * nm.get(d);
		lookAt(Point.of(centre), box.size().x() * nm.x(), box.size().y() * nm.y());
	}

	/**
	 * Brings a place to the middle of the window, across z.
	 *
	 * @param nm the place
	 * @param width what is to be on screen at least, in nm
	 * @param height the same along y
	 */
	public void lookAt(final Point nm, final double width, final double height) {
		final int w = bdv.getViewerPanel().getDisplayComponent().getWidth();
		final int h = bdv.getViewerPanel().getDisplayComponent().getHeight();
		moveTo(nm, Math.min(w / width, h / height));
	}

	/** Brings a place to the middle of the window, at the zoom that there is. */
	public void lookAt(final Point nm) {
		final AffineTransform3D view = bdv.getViewerPanel().state()
			.getViewerTransform();
		final double scale = Math.sqrt(view.get(0, 0) * view.get(0, 0) + view.get(1,
			0) * view.get(1, 0) + view.get(2, 0) * view.get(2, 0));
		moveTo(nm, scale);
	}

	private void moveTo(final Point nm, final double scale) {
		final AffineTransform3D view = new AffineTransform3D();
		view.scale(scale);
		view.translate(bdv.getViewerPanel().getDisplayComponent().getWidth() / 2.0 -
			0.5 - nm.x() * scale, bdv.getViewerPanel().getDisplayComponent()
				.getHeight() / 2.0 - 0.5 - nm.y() * scale, -nm.z() * scale);
		bdv.getViewerPanel().state().setViewerTransform(view);
	}

	/** Shows roots as they were at a time; fetches no chunk. */
	public void at(final Timestamp time) {
		segmentations.forEach(s -> s.roots().ifPresent(roots -> roots.at(time)));
		timeListeners.forEach(Runnable::run);
	}

	/** Called after each change of the time, in the thread that made it. */
	void onTime(final Runnable listener) {
		timeListeners.add(listener);
	}

	/** When roots are looked up, where any are. */
	public Optional<Timestamp> time() {
		return segmentations.stream().flatMap(s -> s.roots().stream()).map(
			LiveRoots::time).findFirst();
	}

	/** The roots that are selected, in ascending unsigned order. */
	public long[] selected() {
		return style.selected();
	}

	/** BigDataViewer's own handle, for scripts that go on with it. */
	public BdvHandle handle() {
		return bdv;
	}

	LabelStyle style() {
		return style;
	}

	/** In which positions are shown and pasted. */
	Resolution voxels() {
		return voxels;
	}

	List<Segmentation> segmentations() {
		return segmentations;
	}

	/** The mip of a source that is drawn at the zoom that there is. */
	int levelOnScreen(final Segmentation segmentation) {
		return MipmapTransforms.getBestMipMapLevel(bdv.getViewerPanel().state()
			.getViewerTransform(), segmentation.source().getSpimSource(), 0);
	}

	/**
	 * Does something that may wait, in a thread for such things.
	 *
	 * @param subject of the message where it fails
	 */
	void later(final String subject, final Runnable task) {
		after(Duration.ZERO, () -> {
			try {
				task.run();
				messages.settle(subject);
			}
			catch (final Canceled e) {
				// The window was closed.
			}
			catch (final CutoutException e) {
				messages.say(subject, e.getMessage());
			}
		});
	}

	private void after(final Duration delay, final Runnable task) {
		try {
			background.schedule(() -> guarded(task), delay.toMillis(),
				TimeUnit.MILLISECONDS);
		}
		catch (final RejectedExecutionException e) {
			// The window was closed: nobody waits for it any more.
		}
	}

	private void guarded(final Runnable task) {
		try {
			task.run();
		}
		catch (final RuntimeException e) {
			LOG.log(System.Logger.Level.ERROR, "A task of the window failed.", e);
		}
	}

	/** What the user has to know. */
	Messages messages() {
		return messages;
	}

	private void flash(final String text) {
		if (!isClosed) bdv.getViewerPanel().showMessage(text);
	}

	private void repaint() {
		bdv.getViewerPanel().requestRepaint();
	}

	boolean isClosed() {
		return isClosed;
	}

	@Override
	public void close() {
		bdv.close();
		release();
	}

	private void release() {
		isClosed = true;
		segmentations.forEach(s -> s.roots().ifPresent(LiveRoots::close));
		background.shutdownNow();
		queue.shutdown();
	}

	/** A card of our own, with the cards in sight. */
	void addCard(final String title, final JComponent card) {
		SwingUtilities.invokeLater(() -> {
			final CardPanel cards = bdv.getCardPanel();
			cards.addCard(title, card, true);
			cards.setCardExpanded(BdvDefaultCards.DEFAULT_SOURCEGROUPS_CARD, false);
			final SplitPanel split = bdv.getSplitPanel();
			split.setCollapsed(false);
			split.setDividerLocation(split.getWidth() - cards.getComponent()
				.getPreferredSize().width - MARGIN);
			bdv.getViewerPanel().requestFocusInWindow();
		});
	}

	private static Thread daemon(final Runnable task) {
		final Thread thread = new Thread(task, "imagery-browse");
		thread.setDaemon(true);
		return thread;
	}
}
