// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

/** Whether a chunk was there, and if not, why. */
public enum ChunkOutcome {

		/** It was there, and is decoded. */
		READ,
		/** There is no such chunk (404), or it is empty. */
		ABSENT,
		/** An anonymous server answered 403. */
		FORBIDDEN,
		/** It lies outside the scale's regions of interest: not asked for. */
		SKIPPED
}
