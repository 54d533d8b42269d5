// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

/** Whether an object was there. */
public enum StoredOutcome {

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
