// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.auth;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Knows which token belongs to which server. It is asked for sources that need
 * one only ({@code graphene://}, {@code middleauth+}, a CAVE server), and again
 * for each request, so that a token that was just set counts at once.
 * <p>
 * An implementation answers for hosts that the user, or the record of a
 * datastack, named; for no others.
 * </p>
 */
@FunctionalInterface
public interface TokenSource {

	/** Has no token for anybody. */
	TokenSource NONE = address -> Optional.empty();

	/**
	 * The token for the server of an address. May read a small file; no network.
	 */
	Optional<Token> tokenFor(URI address);

	/**
	 * Where a token for this address is looked for, in that order: file names,
	 * variables, settings. For the message of a refused request; no I/O.
	 */
	default List<String> placesFor(final URI address) {
		return List.of();
	}

	/**
	 * Takes note that a link names an address. Someone else may have made the
	 * link: it gives its server no right to a token but its own. No I/O.
	 */
	default void doubt(final String address) {}

	/**
	 * Why an address got no token, and what to do, with a space at its end; empty
	 * for the usual. For the message of a refused request; no I/O.
	 */
	default String advice(final URI address) {
		return "";
	}
}
