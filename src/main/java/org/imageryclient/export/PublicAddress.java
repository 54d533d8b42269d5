// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.util.Optional;

import org.imageryclient.Unsupported;
import org.imageryclient.store.SourceUrl;

/** An address as it may be passed on: without what may be a secret. */
final class PublicAddress {

	private PublicAddress() {}

	/**
	 * The address as it was given, without a user name or password, a query or a
	 * fragment. Folders stay as they are.
	 */
	static String of(final String given) {
		if (parsed(given).filter(SourceUrl::isFile).isPresent()) return given;
		return given.replaceAll("[?#][^|]*", "").replaceAll("//[^/@|]*@", "//");
	}

	/**
	 * Where that is, whatever the working folder: a {@code file}, {@code http} or
	 * {@code https} address; blank for names that only a plugin knows.
	 */
	static String resolved(final String given) {
		return parsed(of(given)).map(url -> url.address().toString()).orElse("");
	}

	private static Optional<SourceUrl> parsed(final String address) {
		try {
			return Optional.of(SourceUrl.parse(address));
		}
		catch (final IllegalArgumentException | Unsupported e) {
			return Optional.empty();
		}
	}
}
