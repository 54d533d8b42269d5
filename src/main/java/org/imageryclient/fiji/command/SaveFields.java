// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.Part;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.picture.IntensityRange;

/**
 * How a cutout is saved, as the fields of a dialog or the keys of a macro say
 * it.
 *
 * @param part of the cutout: {@code all}, {@code imagery} or {@code
 *          segmentation}; blank for all
 * @param axis across the slices: {@code x}, {@code y} or {@code z}; blank for z
 * @param range of samples that becomes 0 to 255: {@code 0, 4095}; blank to keep
 *          the samples
 * @param compression of PNG files, {@code 0} to {@code 9}; blank for the usual
 * @param background whether the voxels of no segment get a mask too
 */
record SaveFields(String part, String axis, String range, String compression,
	boolean background)
{

	private static final String AXES = "xyz";

	/**
	 * @throws IllegalArgumentException if a field can't be read; names it
	 */
	Part whichPart() {
		if (part.isBlank()) return Part.ALL;
		return Arrays.stream(Part.values()).filter(p -> p.word().equalsIgnoreCase(
			part.trim())).findFirst().orElseThrow(() -> WrongField.of("part", Arrays
				.stream(Part.values()).map(Part::word).toList().toString(), part));
	}

	/**
	 * What of a cutout the fields ask for.
	 *
	 * @throws IllegalArgumentException if it is not there, or can't be read
	 */
	Cutout partOf(final Cutout cutout) {
		final Part which = whichPart();
		if (cutout instanceof PairedCutout pair) return which.of(pair);
		if (which != Part.ALL && which != Part.of(cutout))
			throw new IllegalArgumentException("Expected " + which.word() +
				" in the cutout, as part says, but there is none; try its address, or part=all.");
		return cutout;
	}

	/**
	 * The options with what the fields say.
	 *
	 * @throws IllegalArgumentException if a field can't be read; names it
	 */
	SaveOptions applyTo(final SaveOptions options) {
		checkFolder(options.prefix());
		final SaveOptions sliced = options.acrossAxis(sliceAxis()).range(
			intensities()).background(background);
		if (compression.isBlank()) return sliced;
		if (!compression.trim().matches("\\d")) throw WrongField.of("compression",
			"a number from 0 to 9", compression);
		return sliced.compression(Integer.parseInt(compression.trim()));
	}

	/** Before all is read, which may take long, and could then not be saved. */
	private static void checkFolder(final String prefix) {
		if (prefix.isBlank()) return;
		final Path folder = Path.of(prefix).toAbsolutePath().normalize()
			.getParent();
		if (folder != null && !Files.isDirectory(folder)) throw new IllegalArgumentException(
			"Expected a folder at " + folder +
				" but there is none; try creating it first, or another name to save as.");
	}

	private int sliceAxis() {
		final String word = axis.trim().toLowerCase(Locale.ROOT);
		if (word.isEmpty()) return 2;
		if (word.length() != 1 || AXES.indexOf(word) < 0) throw WrongField.of("axis",
			"x, y or z", axis);
		return AXES.indexOf(word);
	}

	private Optional<IntensityRange> intensities() {
		if (range.isBlank()) return Optional.empty();
		final String[] ends = range.trim().split("[\\s,;]+");
		try {
			if (ends.length == 2) return Optional.of(new IntensityRange(Double
				.parseDouble(ends[0]), Double.parseDouble(ends[1])));
		}
		catch (final IllegalArgumentException e) {
			// Said below, with the name of the field.
		}
		throw WrongField.of("range",
			"two finite numbers, the smaller first, such as \"0, 4095\"", range);
	}
}
