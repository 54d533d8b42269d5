// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.auth;

/**
 * A bearer token: an opaque string that proves who the user is. It prints
 * redacted, so that no message, log or manifest can hold it by accident.
 */
public final class Token {

	private final String value;

	private Token(final String value) {
		this.value = value;
	}

	/**
	 * @param value any visible characters; white space around them is dropped, an
	 *          all-digit token is as good as any other
	 * @throws IllegalArgumentException if it is null, if nothing is left, or if
	 *           there are characters in it that no http header may hold
	 */
	public static Token of(final String value) {
		final String bare = value == null ? "" : value.strip();
		if (bare.isEmpty()) throw new IllegalArgumentException(
			"Expected a token but got none; copy it again from the page that lists your tokens.");
		if (!bare.chars().allMatch(c -> c > ' ' && c < 127))
			throw new IllegalArgumentException(
				"Expected a token of letters, digits and signs but got other characters between them; copy it again from the page that lists your tokens.");
		return new Token(bare);
	}

	/** The secret itself, for the http header and the token file only. */
	public String reveal() {
		return value;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Token && ((Token) other).value.equals(value);
	}

	@Override
	public int hashCode() {
		return value.hashCode();
	}

	/** {@code Token(…)}: never the secret. */
	@Override
	public String toString() {
		return "Token(…)";
	}
}
