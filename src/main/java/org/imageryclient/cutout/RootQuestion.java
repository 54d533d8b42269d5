// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.volume.Agglomeration;
import org.imageryclient.volume.NotCurrent;

/** Asks a graph about ids that are not those of a cutout. */
final class RootQuestion {

	private final Agglomeration graph;
	private final Timestamp time;

	RootQuestion(final Agglomeration graph, final Timestamp time) {
		this.graph = graph;
		this.time = time;
	}

	RootAnswers ask(final long[] ids, final Progress progress) {
		final long[] roots = graph.rootsOf(ids, time, progress).roots();
		final long[] given = Arrays.stream(ids).filter(graph::isRoot).distinct()
			.toArray();
		final Map<Long, NotCurrent> notCurrent = graph.notCurrent(given, time,
			progress);
		final List<RootAnswers.Answer> answers = new ArrayList<>();
		for (int i = 0; i < ids.length; i++)
			answers.add(new RootAnswers.Answer(ids[i], roots[i], Optional.ofNullable(
				notCurrent.get(ids[i]))));
		return new RootAnswers(time, answers);
	}
}
