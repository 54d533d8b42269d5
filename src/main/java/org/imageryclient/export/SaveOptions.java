// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.imageryclient.Unsupported;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;
import org.imageryclient.picture.IntensityRange;

/**
 * How cutouts are saved.
 *
 * <pre>
 *
 * SaveOptions.prefix("figures/fig").acrossAxis(1).colors(ColorScheme.hashed(0));
 * </pre>
 *
 * @param prefix how all file names begin, see {@link SliceNames}; its folder
 *          must exist
 * @param sliceAxis the axis across the slices: 2, z, gives rows y of x; 1 rows z
 *          of x; 0 rows z of y
 * @param colors of the masks
 * @param range where given, imagery is converted to 8 bits by it
 * @param compression of pictures, 0 for none to 9 for the smallest files; where
 *          empty the writer's own
 * @param background whether the voxels of no segment get a mask too
 * @param call of the command that saves the same, for the manifest: see
 *          {@link #madeBy}
 * @param onSaved is told of each file when it is in its place, in the thread
 *          that saves
 * @throws IllegalArgumentException if the axis is not 0, 1 or 2, or the
 *           compression not 0 to 9
 */
public record SaveOptions(String prefix, int sliceAxis, ColorScheme colors,
	Optional<IntensityRange> range, OptionalInt compression, boolean background,
	Optional<MacroCall> call, Consumer<Path> onSaved)
{

	static final String IMAGERY_CUTOUT = "Imagery Cutout...";

	private static final String AXES = "xyz";

	public SaveOptions {
		Objects.requireNonNull(colors, "colors");
		Objects.requireNonNull(onSaved, "onSaved");
		if (sliceAxis < 0 || sliceAxis > 2) throw new IllegalArgumentException(
			"Expected a slice axis 0, 1 or 2 for x, y, z but got " + sliceAxis + ".");
		if (compression.isPresent() && (compression.getAsInt() < 0 || compression
			.getAsInt() > 9)) throw new IllegalArgumentException(
				"Expected a compression of 0 to 9 but got " + compression.getAsInt() +
					".");
	}

	/** Slices across z, white masks, samples as they are. */
	public static SaveOptions prefix(final String prefix) {
		return new SaveOptions(prefix, 2, ColorScheme.white(), Optional.empty(),
			OptionalInt.empty(), false, Optional.empty(), file -> {});
	}

	/** Slices across z, white masks, samples as they are. */
	public static SaveOptions prefix(final Path prefix) {
		return prefix(prefix.toString());
	}

	/** These options with other names for the files. */
	public SaveOptions withPrefix(final String other) {
		return new SaveOptions(other, sliceAxis, colors, range, compression,
			background, call, onSaved);
	}

	/** These options with slices across another axis. */
	public SaveOptions acrossAxis(final int axis) {
		return new SaveOptions(prefix, axis, colors, range, compression,
			background, call, onSaved);
	}

	/** These options with colours for the masks. */
	public SaveOptions colors(final ColorScheme scheme) {
		return new SaveOptions(prefix, sliceAxis, scheme, range, compression,
			background, call, onSaved);
	}

	/** These options with colours for the masks. */
	public SaveOptions colors(final RootColors rootColors) {
		return colors(ColorScheme.of(rootColors));
	}

	/** These options with imagery converted to 8 bits. */
	public SaveOptions eightBits(final double min, final double max) {
		return range(Optional.of(new IntensityRange(min, max)));
	}

	/** These options with imagery converted to 8 bits, or as it is. */
	public SaveOptions range(final Optional<IntensityRange> values) {
		return new SaveOptions(prefix, sliceAxis, colors, values, compression,
			background, call, onSaved);
	}

	/** These options with pictures compressed less or more: 0 to 9. */
	public SaveOptions compression(final int level) {
		return new SaveOptions(prefix, sliceAxis, colors, range, OptionalInt.of(
			level), background, call, onSaved);
	}

	/** These options with or without a mask of the voxels of no segment. */
	public SaveOptions background(final boolean isMasked) {
		return new SaveOptions(prefix, sliceAxis, colors, range, compression,
			isMasked, call, onSaved);
	}

	/**
	 * These options for a result that a command saves.
	 *
	 * <pre>
	 * options.madeBy(MacroCall.of("Overlay Figure...").with("width", "3"));
	 * </pre>
	 *
	 * @param macro the command and those of its keys that don't have their
	 *          defaults, without those that say the cutout, {@code colors} and
	 *          {@code save}: {@link Saving} adds these
	 */
	public SaveOptions madeBy(final MacroCall macro) {
		return new SaveOptions(prefix, sliceAxis, colors, range, compression,
			background, Optional.of(macro), onSaved);
	}

	/** As Imagery Cutout saves with these options. */
	public SaveOptions madeByImageryCutout() {
		MacroCall macro = MacroCall.of(IMAGERY_CUTOUT);
		if (sliceAxis != 2) macro = macro.with("axis", AXES.substring(sliceAxis,
			sliceAxis + 1));
		if (range.isPresent()) macro = macro.with("range", CutoutWords.of(range
			.get()));
		if (compression.isPresent()) macro = macro.with("compression", Integer
			.toString(compression.getAsInt()));
		if (background) macro = macro.with("background", "true");
		return madeBy(macro);
	}

	/**
	 * For formats that know planes across z only.
	 *
	 * @param format what can't be across another axis, in words
	 * @throws Unsupported if another axis is asked for
	 */
	public void checkAcrossZ(final String format) {
		if (sliceAxis != 2) throw new Unsupported(
			"Expected slices across z for " + prefix + ", " + format +
				", but the axis is " + AXES.charAt(sliceAxis) +
				"; try a prefix without an ending, such as fig, for PNG slices.");
	}

	/** These options with a listener. */
	public SaveOptions onSaved(final Consumer<Path> listener) {
		return new SaveOptions(prefix, sliceAxis, colors, range, compression,
			background, call, listener);
	}
}
