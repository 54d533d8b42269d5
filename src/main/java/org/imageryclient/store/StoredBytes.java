// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

/**
 * What a read found. A missing object is an answer, not an error: what it means
 * is the caller's to say.
 *
 * @param outcome whether there are bytes, and if not, why
 * @param bytes the content, empty unless {@code outcome} is {@code PRESENT};
 *          owned by the receiver
 */
public record StoredBytes(StoredOutcome outcome, byte[] bytes) {

	public static final StoredBytes ABSENT = new StoredBytes(
		StoredOutcome.ABSENT, new byte[0]);

	public static final StoredBytes FORBIDDEN = new StoredBytes(
		StoredOutcome.FORBIDDEN, new byte[0]);

	/** An empty object counts as absent. */
	public static StoredBytes of(final byte[] bytes) {
		return bytes.length == 0 ? ABSENT : new StoredBytes(StoredOutcome.PRESENT,
			bytes);
	}

	public boolean isPresent() {
		return outcome == StoredOutcome.PRESENT;
	}
}
