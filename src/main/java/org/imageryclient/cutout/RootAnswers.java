// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.List;
import java.util.Optional;

import org.imageryclient.Timestamp;
import org.imageryclient.volume.NotCurrent;

/**
 * What a chunked graph says of ids at one time.
 *
 * @param time of the look-up
 * @param answers one per id asked, in their order
 */
public record RootAnswers(Timestamp time, List<Answer> answers) {

	public RootAnswers {
		answers = List.copyOf(answers);
	}

	/**
	 * @param id that was asked for, unsigned: a supervoxel or a root
	 * @param root of a supervoxel, 0 if it has none at that time; a root is its
	 *          own
	 * @param notCurrent why a root that was asked for was not current then
	 */
	public record Answer(long id, long root, Optional<NotCurrent> notCurrent) {

		/** Whether {@code root} was current at that time; not without a root. */
		public boolean isCurrent() {
			return root != 0 && notCurrent.isEmpty();
		}

		/** The roots that a root's voxels belong to at present, if it is not. */
		public List<Long> successors() {
			return notCurrent.map(NotCurrent::successors).orElse(List.of());
		}
	}
}
