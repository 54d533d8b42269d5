// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imageryclient.Timestamp;

/**
 * Why a root that was asked for is not current at the time asked for.
 *
 * @param isKnown whether there is such a root at any time
 * @param cameLater when it came to be, if that is after the time asked for
 * @param successors the roots that its voxels belong to at present, in ascending
 *          unsigned order; empty where it is current at present, or where the
 *          server can't tell
 */
public record NotCurrent(boolean isKnown, Optional<Timestamp> cameLater,
	List<Long> successors)
{

	/** A root that the graph never had. */
	static final NotCurrent UNKNOWN = new NotCurrent(false, Optional.empty(), List
		.of());

	/** A root of which the server tells no more than that. */
	static final NotCurrent UNTOLD = new NotCurrent(true, Optional.empty(), List
		.of());

	public NotCurrent {
		successors = List.copyOf(successors);
	}

	/** After the id of the root: {@code "was not current at that time"}. */
	@Override
	public String toString() {
		if (!isKnown) return "is none that the server knows";
		final String why = cameLater.map(time -> "came to be only at " + time)
			.orElse("was not current at that time");
		return successors.isEmpty() ? why : why + ", now its voxels belong to " +
			successors.stream().map(Long::toUnsignedString).collect(Collectors
				.joining(" and "));
	}
}
