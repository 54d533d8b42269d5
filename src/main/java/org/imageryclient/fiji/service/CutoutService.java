// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.imageryclient.Progress;
import org.imageryclient.auth.Token;
import org.imageryclient.cave.Account;
import org.imageryclient.cave.InfoService;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.ImageryClientBuilder;
import org.imageryclient.export.Manifest;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.link.NeuroglancerState;
import org.imageryclient.volume.ReadSession;
import org.scijava.service.SciJavaService;

/**
 * Cutouts of imagery and segmentation, for Java, Jython and the menu alike.
 *
 * <pre>
 * ImageryClient client = cutouts.open(imageUrl, segmentationUrl);
 * Region where = Region.centered(5319, 8677, 1201).size(400, 400, 1);
 * PairedCutout pair = client.imageAndSegmentation(where, RootSelection.all());
 * cutouts.show(pair);
 * cutouts.save(pair.masks(), Path.of("fig"), RootColors.hashed());
 * </pre>
 *
 * In a script, {@code #@ CutoutService cutouts} brings it. All clients that it
 * opens share one thread pool, one chunk cache and one transport, which last as
 * long as the SciJava context.
 */
public interface CutoutService extends SciJavaService {

	/**
	 * What all reading shares. The service's to close.
	 *
	 * @throws IllegalStateException once the context is disposed
	 */
	ReadSession session();

	/** A client of this service's session, to be told more than two addresses. */
	default ImageryClientBuilder client() {
		return ImageryClient.builder(session());
	}

	/**
	 * A client for imagery and segmentation with default mips, in whose voxels
	 * regions count as the imagery's default mip has them. One GET for each.
	 *
	 * @param imageUrl address of the imagery; blank for none
	 * @param segmentationUrl address of the segmentation; blank for none
	 * @throws org.imageryclient.SourceNotFound if there is no volume
	 * @throws org.imageryclient.CutoutException if it can't be read
	 */
	ImageryClient open(String imageUrl, String segmentationUrl);

	/**
	 * A client for what one name stands for, by the {@link SourceOpener} of
	 * highest priority that supports it.
	 *
	 * @param name the address of a volume, the name of a CAVE datastack, or a
	 *          Neuroglancer link
	 * @throws org.imageryclient.Unsupported if no opener knows such names; lists
	 *           those that there are
	 * @throws org.imageryclient.CutoutException if it can't be read
	 */
	ImageryClient open(String name);

	/**
	 * What a pasted Neuroglancer link, or a state as JSON, shows: place, sources,
	 * segments, colours, time. At most one GET, where the state is stored.
	 *
	 * <pre>
	 * NeuroglancerState state = cutouts.readLink(link);
	 * cutouts.open(link).imageAndSegmentation(state.request(400, 400, 1));
	 * </pre>
	 *
	 * @throws IllegalArgumentException if the text is no link
	 * @throws org.imageryclient.CutoutException if the state is broken, then it
	 *           says where, or can't be had
	 */
	default NeuroglancerState readLink(final String link) {
		return NeuroglancerState.read(Argument.of(link, "link",
			"\"https://…#!{…}\""), session().stores());
	}

	/**
	 * A Neuroglancer link that shows a cutout; {@link #readLink}, and whatever
	 * opens links, makes the same cutout of it. Holds no token. No I/O.
	 */
	default String link(final Cutout cutout, final ColorScheme colors) {
		return NeuroglancerState.of(Argument.of(cutout, "cutout",
			"client.image(region)"), Argument.of(colors, "colors",
				"ColorScheme.hashed(0)")).toLink();
	}

	/** The same, with segments in Neuroglancer's colours. */
	default String link(final Cutout cutout) {
		return link(cutout, ColorScheme.hashed(0));
	}

	/**
	 * The names of the datastacks on a CAVE server that the user's token opens.
	 * One GET.
	 *
	 * @throws org.imageryclient.AccessDenied without a valid token; names the
	 *           page where to find one
	 */
	List<String> datastacks(URI server);

	/** The same, of the global server. */
	default List<String> datastacks() {
		return datastacks(InfoService.GLOBAL_SERVER);
	}

	/**
	 * Checks a token with its CAVE server, then keeps it where the Python clients
	 * keep theirs, readable by the user alone. Other clients of the user find it
	 * there too. Two GETs; nothing is written if the server refuses the token.
	 *
	 * @param server that the token is for, such as
	 *          {@code https://global.daf-apis.com}
	 * @return whose it is, and the datastacks that it opens
	 * @throws org.imageryclient.AccessDenied if the server refuses it
	 * @throws org.imageryclient.CannotWrite if its file can't be written
	 */
	Account setToken(URI server, Token token);

	/**
	 * Shows a cutout in the best display that supports it, segments in
	 * Neuroglancer's colours.
	 *
	 * @param cutout an {@code ImageCutout}, {@code SegmentationCutout}, {@code
	 *          PairedCutout} or {@code Figure}
	 * @return what is shown, such as an {@code ij.ImagePlus}
	 * @throws org.imageryclient.Unsupported if none does
	 */
	default Object show(final Object cutout) {
		return show(cutout, ColorScheme.hashed(0));
	}

	/** The same, with segments in these colours. */
	Object show(Object cutout, ColorScheme colors);

	/**
	 * Shows a cutout in the display of this {@link CutoutDisplay#name() name},
	 * segments in Neuroglancer's colours.
	 *
	 * @throws IllegalArgumentException if there is none; lists those that there
	 *           are
	 * @throws org.imageryclient.Unsupported if it doesn't support the cutout
	 */
	default Object show(final Object cutout, final String display) {
		return show(cutout, ColorScheme.hashed(0), display);
	}

	/** The same, with segments in these colours. */
	Object show(Object cutout, ColorScheme colors, String display);

	/**
	 * Opens a window on all mips of a client's volumes, lazily: chunks are
	 * fetched as they are looked at. Not to be called on the event thread.
	 *
	 * @return the window, such as BigDataViewer's
	 * @throws org.imageryclient.Unsupported without a screen, or where no viewer
	 *           for whole volumes is installed
	 */
	Object browse(ImageryClient client);

	/**
	 * What the cutout shows that was shown last, in whatever display; nothing
	 * before one was.
	 */
	Optional<NeuroglancerState> lastShown();

	/** The names of all displays, best first. */
	List<String> displays();

	/**
	 * The manifest of a saved result.
	 *
	 * @param file a manifest, {@code fig.manifest.json}, or a TIFF stack with one
	 *          in its info
	 * @throws org.imageryclient.SourceNotFound if there is no such file, or no
	 *           manifest in it
	 * @throws org.imageryclient.CorruptData if it can't be read; names the place
	 * @throws org.imageryclient.Unsupported if a newer program made it
	 */
	Manifest manifest(Path file);

	/** A client for the volumes of a manifest. One GET for each. */
	ImageryClient open(Manifest manifest);

	/**
	 * Makes the cutout of a manifest again, as of the time it was made.
	 *
	 * @return what was saved: a pair, or one side of it
	 * @throws IllegalArgumentException if no request gives it; says why
	 * @throws org.imageryclient.CutoutException if the cutout can't be had
	 */
	Cutout reopen(Manifest manifest, Progress progress);

	/** The same, for scripts that have the file's name. */
	default Cutout reopen(final String file) {
		return reopen(manifest(Path.of(Argument.of(file, "file",
			"\"fig.manifest.json\""))), Progress.NONE);
	}

	/**
	 * Saves a cutout, or masks, in the format that the target's name asks for.
	 * {@code fig.tif} is one calibrated TIFF stack; {@code fig} begins the names
	 * of PNG slices, {@code fig_slice_0_imagery.png}. All files are saved or
	 * none, and beside them a {@link Manifest} that says what they show.
	 *
	 * @param cutout an {@code ImageCutout}, {@code SegmentationCutout}, {@code
	 *          PairedCutout}, {@code MaskSet} or {@code Figure}
	 * @param options the target as prefix, colours of masks, slice axis
	 * @return the absolute paths of the files
	 * @throws org.imageryclient.Unsupported if the format can't hold it
	 * @throws org.imageryclient.CannotWrite if the folder is missing or can't be
	 *           written
	 * @throws org.imageryclient.Canceled if the user asked to stop
	 */
	List<Path> save(Object cutout, SaveOptions options, Progress progress);

	/** The same, with colours for masks. */
	default List<Path> save(final Object cutout, final Path target,
		final RootColors colors)
	{
		return save(cutout, Argument.of(target, "target", "Path.of(\"fig\")")
			.toString(), colors);
	}

	/** The same, with white masks. */
	default List<Path> save(final Object cutout, final Path target) {
		return save(cutout, target, RootColors.WHITE);
	}

	/** The same, for scripts that have a target as text. */
	default List<Path> save(final Object cutout, final String target,
		final RootColors colors)
	{
		return save(cutout, SaveOptions.prefix(Argument.of(target, "target",
			"\"fig\"")).colors(Argument.of(colors, "colors", "RootColors.WHITE")),
			Progress.NONE);
	}

	/** The same, with white masks. */
	default List<Path> save(final Object cutout, final String target) {
		return save(cutout, target, RootColors.WHITE);
	}
}
