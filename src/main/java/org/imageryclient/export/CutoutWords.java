// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.imageryclient.picture.IntensityRange;

/** Choices as macros and manifests write them: in lower case. */
final class CutoutWords {

	private CutoutWords() {}

	static String of(final Enum<?> choice) {
		return choice.name().toLowerCase(Locale.ROOT);
	}

	/** {@code 0,255}. */
	static String of(final IntensityRange range) {
		return of(range.min()) + "," + of(range.max());
	}

	private static String of(final double number) {
		final long whole = (long) number;
		return whole == number ? Long.toString(whole) : Double.toString(number);
	}

	/** The words of all choices. */
	static <E extends Enum<E>> List<String> all(final Class<E> choices) {
		return Arrays.stream(choices.getEnumConstants()).map(CutoutWords::of)
			.toList();
	}

	static <E extends Enum<E>> Optional<E> find(final Class<E> choices,
		final String word)
	{
		return Arrays.stream(choices.getEnumConstants()).filter(c -> of(c).equals(
			word)).findFirst();
	}
}
