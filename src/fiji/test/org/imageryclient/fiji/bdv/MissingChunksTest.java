// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bdv.cache.SharedQueue;
import bdv.viewer.SourceAndConverter;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

import net.imglib2.realtransform.AffineTransform3D;

import org.imageryclient.auth.Credentials;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.volume.ReadSession;
import org.imageryclient.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees and reads where a server does not give all chunks. */
class MissingChunksTest {

	private static final int BLACK = 0xff000000;
	private static final int GREY = 0xff808080;

	@TempDir
	private Path folder;

	private final List<String> told = new CopyOnWriteArrayList<>();
	private final Queue<Runnable> later = new ArrayDeque<>();
	private final Messages messages = new Messages(told::add);
	private final SharedQueue queue = new SharedQueue(2, 8);
	private final ReadSession session = ReadSession.builder(Credentials.none())
		.build();
	private FaultServer server;
	private List<SourceAndConverter<?>> shown;

	/** Four by four chunks. */
	@BeforeEach
	void serve() {
		FormulaVolume.raw(DataType.UINT8, (x, y, z) -> 0x80).scale(new Resolution(1,
			1, 1), new Long3(0, 0, 0), new Long3(128, 128, 4), new Long3(32, 32, 4))
			.writeTo(folder.resolve("em"));
		server = FaultServer.over(folder);
		final Volume<?> volume = Volume.open(server.url("em"), session);
		shown = Layers.imagery(volume, queue, new MissingChunks(volume.address(),
			messages, (delay, task) -> later.add(task), () -> {}));
	}

	@AfterEach
	void close() {
		queue.shutdown();
		session.close();
		server.close();
	}

	@Test
	void forbiddenChunks_areBlackAndSaidOnce() throws Exception {
		server.forbid("/em/s0");

		assertEquals(BLACK, pixel());

		assertEquals(1, told().size());
		assertTrue(told().get(0).contains("forbidden (403)"), told().toString());
	}

	@Test
	void corruptChunks_areBlackAndSaidOnce() throws Exception {
		server.rule("/em/s0", request -> Answer.of(200, new byte[3]));

		assertEquals(BLACK, pixel());

		assertEquals(1, told().size());
		assertTrue(later.isEmpty());
	}

	@Test
	void chunksThatAServerInTroubleLacks_comeLater() throws Exception {
		server.rule("/em/s0", request -> Answer.of(400, "no"));
		assertEquals(BLACK, pixel());
		assertEquals(1, told().size());
		server.rule("/em/s0", server::content);

		later.remove().run();

		assertEquals(GREY, pixel());
		assertTrue(later.isEmpty());
	}

	@Test
	void serverThatStaysInTrouble_isAskedForOneChunkAtATime() throws Exception {
		server.rule("/em/s0", request -> Answer.of(400, "no"));
		pixel();
		server.clearLog();

		later.remove().run();

		assertEquals(1, server.counts().size());
		assertEquals(1, later.size());
		assertEquals(1, told().size());
	}

	private List<String> told() throws Exception {
		EventQueue.invokeAndWait(() -> {});
		return told;
	}

	/** The middle of four chunks. */
	private int pixel() {
		final AffineTransform3D view = new AffineTransform3D();
		view.translate(-32, -32, -2);
		final BufferedImage image = OffScreen.draw(shown, view, 64, 64);
		return image.getRGB(32, 32);
	}
}
