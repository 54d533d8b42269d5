// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

/** What is said of a field or key that can't be read. */
final class WrongField {

	private WrongField() {}

	/**
	 * @param field its key
	 * @param expected in words, after "as"
	 * @param found what it holds
	 */
	static IllegalArgumentException of(final String field, final String expected,
		final String found)
	{
		return new IllegalArgumentException("Expected " + field + " as " +
			expected + ", but was \"" + found + "\".");
	}
}
