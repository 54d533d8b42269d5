// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.imageryclient.auth.Token;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.table.Csv;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.RecordedGraph;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/** Roots of a recorded graph, by the command and by a macro. */
class LookUpRootIdsCommandTest {

	/** A root that an edit split, and its time. */
	private static final String SPLIT = "360287970189639696";
	private static final String AFTER_SPLIT = "1719792000";

	@TempDir
	private Path folder;

	private RecordedCave cave;
	private Context context;
	private String address;
	private String moment;
	private long supervoxel;

	@BeforeEach
	void start() {
		cave = RecordedCave.start();
		context = new Context();
		context.service(CutoutService.class).session().credentials().give(cave
			.address(), Token.of(RecordedCave.VIEWER));
		address = "graphene://" + cave.url("segmentation/table/pcg_test_v1");
		moment = cave.graph().moments().get(5);
		supervoxel = cave.graph().supervoxels()[7];
	}

	@AfterEach
	void stop() {
		context.dispose();
		cave.close();
	}

	@Test
	void supervoxel_hasItsRootAtTheTime() throws Exception {
		final List<String> row = row(run("ids", Long.toUnsignedString(supervoxel),
			"timestamp", RecordedGraph.seconds(moment)));

		assertEquals(List.of(Long.toUnsignedString(supervoxel), Long
			.toUnsignedString(cave.graph().root(supervoxel, moment)), "true", ""), row
				.subList(0, 4));
	}

	@Test
	void rootThatWasSplit_isNotCurrentAndHasItsSuccessors() throws Exception {
		final List<String> row = row(run("ids", SPLIT, "timestamp", AFTER_SPLIT));

		assertEquals("false", row.get(2));
		assertTrue(row.get(3).contains(" "), row.toString());
	}

	@Test
	void position_hasTheRootOfItsVoxel() throws Exception {
		final Module done = run("positions", "1040,2030,305", "timestamp",
			RecordedGraph.seconds(moment));

		final List<String> row = row(done);
		final long at = Long.parseUnsignedLong(row.get(0));
		assertEquals(at == 0 ? "" : Long.toUnsignedString(cave.graph().root(at,
			moment)), row.get(1));
	}

	@Test
	void macro_hasTheIdsInAllTheirDigitsInItsResultsTable() {
		final String result = MacroBridge.to(context).run(
			"run('Look Up Root Ids...', 'segmentation=[" + address + "] ids=" +
				supervoxel + " timestamp=" + RecordedGraph.seconds(moment) + " save=[" +
				folder.resolve("roots.csv") +
				"]'); return getResultString('root_id', 0);", "");

		assertEquals(Long.toUnsignedString(cave.graph().root(supervoxel, moment)),
			result);
		assertTrue(Files.exists(folder.resolve("roots.csv")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "ids | seven | seven",
		"ids | all | unsigned", "ids | -1 | -1", "positions | 1,2 | center",
		"timestamp | yesterday | yesterday", "resolution | 8x8 | resolution" })
	void wrongInput_isNamed(final String field, final String value,
		final String named) throws Exception
	{
		final Module done = field.equals("resolution") ? run("positions", "1,2,3",
			field, value) : run(field, value, field.equals("timestamp") ? "ids"
				: "save", field.equals("timestamp") ? "1" : null);

		final String reason = ((Cancelable) done).getCancelReason();
		assertTrue(reason != null && reason.contains(named), String.valueOf(
			reason));
	}

	@Test
	void flatSegmentation_isSaidToHaveNoOtherRoots() throws Exception {
		address = SampleVolume.seg();

		final Module done = run("ids", "1");

		assertTrue(((Cancelable) done).getCancelReason().contains("flat"));
	}

	private Module run(final Object... inputs) throws Exception {
		final Object[] all = new Object[inputs.length + 2];
		all[0] = "segmentation";
		all[1] = address;
		System.arraycopy(inputs, 0, all, 2, inputs.length);
		return context.service(CommandService.class).run(LookUpRootIdsCommand.class,
			true, all).get();
	}

	/** Of the output's table, under the names of its columns. */
	private static List<String> row(final Module done) {
		final List<List<String>> table = Csv.parse((String) done.getOutput(
			"roots"));
		assertEquals(List.of("id", "root_id", "is_current", "successors", "as_of"),
			table.get(0));
		return table.get(1);
	}
}
