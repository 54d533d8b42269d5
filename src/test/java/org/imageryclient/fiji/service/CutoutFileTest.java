// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.io.IOService;

/** Through SciJava's own {@code IOService}. */
class CutoutFileTest {

	@TempDir
	private Path folder;

	private final Context context = new Context(IOService.class,
		CutoutService.class);
	private final IOService io = context.service(IOService.class);
	private final ImageCutout<?> image = context.service(CutoutService.class)
		.open(SampleVolume.em(), "").image(Region.bounds(20508, 12508, 310, 20516,
			12514, 312));

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@Test
	void save_writesWhatTheServiceWrites() throws Exception {
		context.service(CutoutService.class).save(image, folder.resolve("a.tif"));

		io.save(image, folder.resolve("b.tif").toString());

		assertEquals(Files.size(folder.resolve("a.tif")), Files.size(folder.resolve(
			"b.tif")));
	}

	@Test
	void save_intoAMissingFolder_saysSo() {
		final Path target = folder.resolve("missing").resolve("a.tif");

		final String message = assertThrows(IOException.class, () -> io.save(image,
			target.toString())).getMessage();

		assertTrue(message.contains("missing"), message);
	}
}
