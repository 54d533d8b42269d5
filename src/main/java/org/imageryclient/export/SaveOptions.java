// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.imageryclient.picture.Slices;
import org.imageryclient.picture.IntensityRange;
import org.imageryclient.color.RootColors;

/**
 * How cutouts are saved.
 *
 * <pre>
 *
 * SaveOptions.prefix("figures/fig").acrossAxis(1).colors(RootColors.hashed());
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
 * @param onSaved is told of each file when it is in its place, in the thread
 *          that saves
 * @throws IllegalArgumentException if the axis is not 0, 1 or 2, or the
 *           compression not 0 to 9
 */
public record SaveOptions(String prefix, int sliceAxis, RootColors colors,
	Optional<IntensityRange> range, OptionalInt compression,
	Consumer<Path> onSaved)
{

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
		return new SaveOptions(prefix, 2, RootColors.WHITE, Optional.empty(),
			OptionalInt.empty(), file -> {});
	}

	/** Slices across z, white masks, samples as they are. */
	public static SaveOptions prefix(final Path prefix) {
		return prefix(prefix.toString());
	}

	/** These options with slices across another axis. */
	public SaveOptions acrossAxis(final int axis) {
		return new SaveOptions(prefix, axis, colors, range, compression,
			onSaved);
	}

	/** These options with colours for the masks. */
	public SaveOptions colors(final RootColors rootColors) {
		return new SaveOptions(prefix, sliceAxis, rootColors, range, compression,
			onSaved);
	}

	/** These options with imagery converted to 8 bits. */
	public SaveOptions eightBits(final double min, final double max) {
		return new SaveOptions(prefix, sliceAxis, colors, Optional.of(
			new IntensityRange(min, max)), compression, onSaved);
	}

	/** These options with pictures compressed less or more: 0 to 9. */
	public SaveOptions compression(final int level) {
		return new SaveOptions(prefix, sliceAxis, colors, range, OptionalInt.of(
			level), onSaved);
	}

	/** These options with a listener. */
	public SaveOptions onSaved(final Consumer<Path> listener) {
		return new SaveOptions(prefix, sliceAxis, colors, range, compression,
			listener);
	}
}
