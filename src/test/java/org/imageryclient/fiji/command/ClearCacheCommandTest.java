// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.log.LogService;

class ClearCacheCommandTest {

	private static final Region WHERE = Region.centered(20512, 12512, 310).size(
		40, 30, 1);

	private final Context context = new Context();

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@Test
	void chunks_areFetchedAnew() {
		try (FaultServer server = FaultServer.over(SampleVolume.FOLDER)) {
			final ImageryClient client = context.service(CutoutService.class).open(
				"precomputed://" + server.url("em"), "");
			client.image(WHERE);
			server.clearLog();
			client.image(WHERE);
			assertEquals(0, server.requests().size(), "from the cache");

			MacroBridge.to(context).run("run(\"Clear Cache\");", "");
			client.image(WHERE);

			assertTrue(server.requests().size() > 0, "fetched");
		}
	}

	@Test
	void whatWasForgotten_isSaid() {
		final List<String> logged = new ArrayList<>();
		context.service(LogService.class).addLogListener(m -> logged.add(m.text()));
		context.service(CutoutService.class).open(SampleVolume.em(), "").image(
			WHERE);

		MacroBridge.to(context).run("run(\"Clear Cache\");", "");

		assertTrue(logged.stream().anyMatch(m -> m.matches(
			"Forgot (?!0\\.0)[\\d.]+ MB of chunks, and all looked-up roots\\.")),
			logged.toString());
	}
}
