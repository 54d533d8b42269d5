// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.table;

import java.util.List;
import java.util.stream.Collectors;

import org.imageryclient.cutout.RootAnswers;

/**
 * Looked-up roots as rows of text: {@code id}, {@code root_id},
 * {@code is_current}, {@code successors}, {@code as_of}. Ids are decimal and
 * unsigned; several successors are separated by spaces.
 */
public record RootAnswerTable(RootAnswers answers) {

	/** The names of the columns. */
	public List<String> columns() {
		return List.of("id", "root_id", "is_current", "successors", "as_of");
	}

	/** A row for each id. */
	public List<List<String>> rows() {
		return answers.answers().stream().map(this::row).toList();
	}

	private List<String> row(final RootAnswers.Answer answer) {
		return List.of(Long.toUnsignedString(answer.id()), answer.root() == 0 ? ""
			: Long.toUnsignedString(answer.root()), Boolean.toString(answer
				.isCurrent()), answer.successors().stream().map(Long::toUnsignedString)
					.collect(Collectors.joining(" ")), answers.time().toString());
	}

	/** RFC 4180, with the names of the columns in the first line. */
	public String toCsv() {
		return Csv.line(columns()) + rows().stream().map(Csv::line).collect(
			Collectors.joining());
	}
}
