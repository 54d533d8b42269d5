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
public record StoredBytes(Outcome outcome,byte[]bytes){

public static final StoredBytes ABSENT=new StoredBytes(Outcome.ABSENT,new byte[0]);

public static final StoredBytes FORBIDDEN=new StoredBytes(Outcome.FORBIDDEN,new byte[0]);

/** Whether an object was there. */
public enum Outcome {

		/** There are bytes. */
		PRESENT,
		/** There is no such object (404), or it is empty. */
		ABSENT,
		/**
		 * An anonymous server answered 403, as buckets do for absent keys when
		 * listing them is not allowed.
		 */
		FORBIDDEN

	}

	/** An empty object counts as absent. */
	public static StoredBytes of(final byte[] bytes) {
		return bytes.length == 0 ? ABSENT : new StoredBytes(Outcome.PRESENT, bytes);
	}

	public boolean isPresent() {
		return outcome == Outcome.PRESENT;
	}
}
