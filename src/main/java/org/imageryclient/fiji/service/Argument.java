// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

/** Arguments of scripts, which pass None where they have nothing. */
final class Argument {

	private Argument() {}

	/**
	 * The value of an argument.
	 *
	 * @param name of the argument
	 * @param example as one writes it in a script
	 * @throws IllegalArgumentException if it is null; names it
	 */
	static <T> T of(final T value, final String name, final String example) {
		if (value == null) throw new IllegalArgumentException("Expected " + name +
			", such as " + example + ", but got nothing.");
		return value;
	}
}
