// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import java.util.Optional;

/**
 * What reading one chunk found. A chunk that is not there is an answer, not an
 * error: its voxels are 0 for the reason that the outcome states.
 *
 * @param content the decoded chunk: present exactly if {@code outcome} is
 *          {@code READ}
 */
public record ChunkRead<T>(ChunkOutcome outcome, Optional<T> content) {

	public ChunkRead {
		if (content.isPresent() != (outcome == ChunkOutcome.READ))
			throw new IllegalArgumentException(
				"Expected content exactly with READ but " + outcome + " came with " +
					(content.isPresent() ? "some" : "none") + ".");
	}

	public static <T> ChunkRead<T> of(final T content) {
		return new ChunkRead<>(ChunkOutcome.READ, Optional.of(content));
	}

	/**
	 * @param reason any outcome but {@code READ}
	 */
	public static <T> ChunkRead<T> empty(final ChunkOutcome reason) {
		return new ChunkRead<>(reason, Optional.empty());
	}
}
