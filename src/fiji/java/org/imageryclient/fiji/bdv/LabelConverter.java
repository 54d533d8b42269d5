// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;

import net.imglib2.Volatile;
import net.imglib2.display.ColorConverter;
import net.imglib2.converter.Converter;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;

/**
 * From stored ids to colours: through roots, where they have such. Never waits.
 * BigDataViewer lists a source only with a colour and a range of brightness;
 * ids have neither, so setting them does nothing.
 *
 * @param <T> a pixel that holds an id
 */
final class LabelConverter<T> implements Converter<T, ARGBType>,
	ColorConverter
{

	private static final ARGBType WHITE = new ARGBType(0xffffffff);

	private final ToLongFunction<T> idOf;
	private final LongUnaryOperator rootOf;
	private final LabelStyle style;

	private LabelConverter(final ToLongFunction<T> idOf,
		final LongUnaryOperator rootOf, final LabelStyle style)
	{
		this.idOf = idOf;
		this.rootOf = rootOf;
		this.style = style;
	}

	/**
	 * @param rootOf a stored id; 0 while it is not known
	 */
	static <T extends IntegerType<T>> LabelConverter<T> of(
		final LongUnaryOperator rootOf, final LabelStyle style)
	{
		return new LabelConverter<>(IntegerType::getIntegerLong, rootOf, style);
	}

	/** The same, for pixels that may not be there yet: those are transparent. */
	static <T extends IntegerType<T>, V extends Volatile<T>> LabelConverter<V>
		ofVolatile(final LongUnaryOperator rootOf, final LabelStyle style)
	{
		return new LabelConverter<>(id -> id.isValid() ? id.get().getIntegerLong()
			: 0, rootOf, style);
	}

	@Override
	public void convert(final T pixel, final ARGBType argb) {
		argb.set(style.argb(rootOf.applyAsLong(idOf.applyAsLong(pixel))));
	}

	@Override
	public ARGBType getColor() {
		return WHITE;
	}

	@Override
	public void setColor(final ARGBType color) {
		// Colours are the style's.
	}

	@Override
	public boolean supportsColor() {
		return false;
	}

	@Override
	public double getMin() {
		return 0;
	}

	@Override
	public double getMax() {
		return 1;
	}

	@Override
	public void setMin(final double min) {
		// Ids have no brightness.
	}

	@Override
	public void setMax(final double max) {
		// Ids have no brightness.
	}
}
