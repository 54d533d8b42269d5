// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageryclient.CorruptData;
import org.imageryclient.Program;
import org.imageryclient.SourceNotFound;
import org.imageryclient.Timestamp;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutPlan;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.CutoutStatus;
import org.imageryclient.cutout.Part;
import org.imageryclient.cutout.RootStatus;
import org.imageryclient.mask.RootId;

/**
 * What a saved result shows and how it came about: enough to make it again.
 *
 * <pre>
 * Manifest manifest = Manifest.read(Path.of("fig.manifest.json"));
 * manifest.request(); // with the mips, the frame and the time of then
 * manifest.image().get().box(); // in voxels
 * </pre>
 *
 * Every save leaves one beside its files, {@code fig.manifest.json} for
 * {@code fig} and {@code fig.tif.manifest.json} for {@code fig.tif}; TIFF stacks
 * and images that are shown hold one in their info. It never holds a token.
 *
 * @param version of the program that made it
 * @param saved when, by the clock of the writer; nothing in an image's info
 * @param asked what gives the result again; nothing where no request does
 * @param part what of the request the result is
 * @param background whether the voxels of no segment have a mask too
 * @param image the imagery's volume, where there is one
 * @param segmentation the segmentation's volume, where there is one
 * @param lookups how the look-up of roots went
 * @param ids that occur in the segmentation that is shown, unsigned, ascending
 * @param colors of these ids, where the result is coloured
 * @param files that were saved, without this one; none in an image's info
 * @param macro the line of an ImageJ macro that does it again, where there is
 *          one
 * @param earlier of other files that were saved under the same name before, as
 *          masks after imagery; none of these has more
 */
public record Manifest(String version, Optional<Timestamp> saved,
	Optional<CutoutRequest> asked, Part part, boolean background,
	Optional<ManifestSide> image, Optional<ManifestSide> segmentation,
	RootStatus lookups, List<BigInteger> ids, Optional<Colors> colors,
	List<SavedFile> files, Optional<String> macro, List<Manifest> earlier)
{

	/** What the name of a saved result gets to become that of its manifest. */
	public static final String SUFFIX = ".manifest.json";

	/** Begins the line of an image's info that is a manifest. */
	private static final String INFO_KEY = "imageryclient-manifest = ";

	public Manifest {
		ids = List.copyOf(ids);
		files = List.copyOf(files);
		earlier = List.copyOf(earlier);
	}

	/**
	 * The colours that a result has.
	 *
	 * @param scheme in words
	 * @param argb what it gives each id, {@code 0xAARRGGBB}
	 */
	public record Colors(String scheme, Map<BigInteger, Integer> argb) {

		public Colors {
			argb = Collections.unmodifiableMap(new LinkedHashMap<>(argb));
		}

		static Colors of(final ColorScheme colors, final Subject subject) {
			final RootColors function = colors.forIds(subject.ids());
			final Map<BigInteger, Integer> argb = new LinkedHashMap<>();
			for (final long id : subject.maskedIds())
				argb.put(RootId.toBigInteger(id), function.argb(id));
			return new Colors(colors.written(subject.maskedIds()).toString(), argb);
		}
	}

	/**
	 * Of a result that is not saved yet. Counts which ids occur; no I/O.
	 *
	 * @param colors where the result is coloured
	 * @param call what does it again, where something does
	 */
	public static Manifest of(final Subject subject,
		final Optional<ColorScheme> colors, final Optional<MacroCall> call)
	{
		final Optional<CutoutPlan> plan = subject.cutout().map(Cutout::plan);
		final CutoutStatus status = subject.cutout().map(Cutout::status).orElse(
			CutoutStatus.NOTHING);
		final Optional<ManifestSide> imagery = plan.flatMap(CutoutPlan::image).map(
			side -> ManifestSide.of(side, status.image()));
		final Optional<ManifestSide> labels = plan.flatMap(CutoutPlan::segmentation)
			.map(side -> ManifestSide.of(side, status.segmentation()));
		final List<BigInteger> shown = Arrays.stream(subject.ids()).mapToObj(
			RootId::toBigInteger).toList();
		final Optional<Colors> painted = colors.filter(c -> subject.segmentation()
			.isPresent()).map(c -> Colors.of(c, subject));
		return new Manifest(Program.version(), Optional.empty(), subject.request(),
			subject.part(), subject.background(), imagery, labels, status.roots(),
			shown, painted, List.of(), call.flatMap(MacroCall::line), List.of());
	}

	/** This manifest beside its files. */
	Manifest savedAs(final Timestamp time, final List<SavedFile> saves,
		final Optional<String> line)
	{
		return new Manifest(version, Optional.of(time), asked, part, background,
			image, segmentation, lookups, ids, colors, saves, line, List.of());
	}

	/** This manifest where another one was. */
	Manifest after(final Manifest former) {
		final Set<String> replaced = files.stream().map(SavedFile::name).collect(
			Collectors.toSet());
		final List<Manifest> others = Stream.concat(former.earlier.stream(), Stream
			.of(former)).map(m -> m.without(replaced)).filter(m -> !m.files.isEmpty())
			.toList();
		return new Manifest(version, saved, asked, part, background, image,
			segmentation, lookups, ids, colors, files, macro, others);
	}

	private Manifest without(final Set<String> names) {
		return new Manifest(version, saved, asked, part, background, image,
			segmentation, lookups, ids, colors, files.stream().filter(f -> !names
				.contains(f.name())).toList(), macro, List.of());
	}

	/**
	 * The request that gives the result again, with the mips, the frame, the fit
	 * and the time that were decided when it was made.
	 *
	 * @throws IllegalArgumentException if no request does; says why
	 */
	public CutoutRequest request() {
		return asked.orElseThrow(() -> new IllegalArgumentException(
			"Expected the manifest of a cutout that one request gives but this is of " +
				(image.isEmpty() && segmentation.isEmpty() ? "data of no cutout."
					: "roots that were moved to another time or compared between two, or of some of the ids that a graph stores.")));
	}

	/**
	 * What is otherwise in a cutout that was made again from this manifest, in
	 * sentences: the program, the voxels, what is missing, which ids occur.
	 */
	public List<String> differencesFrom(final Cutout again) {
		return ManifestDifference.between(this, of(Subject.of(again), Optional
			.empty(), Optional.empty()));
	}

	/** The name of the manifest beside a saved result of this name. */
	public static String nameFor(final String target) {
		return target.isEmpty() ? SUFFIX.substring(1) : target + SUFFIX;
	}

	/**
	 * Reads a manifest. One file.
	 *
	 * @throws SourceNotFound if there is no such file
	 * @throws CorruptData if it can't be read or is no manifest; names the place
	 * @throws org.imageryclient.Unsupported if a newer program made it
	 */
	public static Manifest read(final Path file) {
		try {
			return parse(Files.readString(file), file.toString());
		}
		catch (final NoSuchFileException e) {
			throw new SourceNotFound("Expected a manifest at " + file +
				" but there is no such file; its name is that of the saved result with " +
				SUFFIX + " at its end.", e);
		}
		catch (final IOException e) {
			throw new CorruptData("Expected a manifest of UTF-8 text at " + file +
				" but it can't be read: " + e.getMessage() +
				"; try the file whose name ends with " + SUFFIX + ".", e);
		}
	}

	/**
	 * Reads the text of a manifest. No I/O.
	 *
	 * @param where it is from, for messages
	 * @throws CorruptData if it is no manifest; names the place
	 * @throws org.imageryclient.Unsupported if a newer program made it
	 */
	public static Manifest parse(final String json, final String where) {
		return ManifestReader.read(json, where);
	}

	/** The manifest in the info of an image, if it holds one. */
	public static Optional<Manifest> inInfo(final String info,
		final String where)
	{
		return info.lines().filter(line -> line.startsWith(INFO_KEY)).findFirst()
			.map(line -> parse(line.substring(INFO_KEY.length()), where));
	}

	/**
	 * The line for the info of an image. It says neither when nor where the image
	 * was saved, nor what has become of roots since, so that a file made again is
	 * the same file.
	 */
	public String toInfo() {
		return INFO_KEY + new ManifestTree(withLookups(lookups.withoutSuccessors()))
			.toLine();
	}

	private Manifest withLookups(final RootStatus other) {
		return new Manifest(version, saved, asked, part, background, image,
			segmentation, other, ids, colors, files, macro, earlier);
	}

	/** JSON, indented, with a line break at its end. */
	public String toJson() {
		return new ManifestTree(this).toLines();
	}

	/** Writes {@link #toJson()} as UTF-8. */
	void write(final Path file) throws IOException {
		Files.writeString(file, toJson(), StandardCharsets.UTF_8);
	}
}
