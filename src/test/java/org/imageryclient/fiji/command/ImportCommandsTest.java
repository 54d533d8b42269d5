// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.WindowManager;

import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.fiji.ij.CutoutImages;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;

/** The entries of File, Import run what those of the plugin's own menu run. */
class ImportCommandsTest {

	private final Context context = new Context();
	private final MacroBridge macros = MacroBridge.to(context);

	@AfterEach
	void dispose() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	@Test
	void cutout_isThatOfTheJavaApi() {
		macros.run("run('Neuroglancer or CAVE Cutout...', 'source=[" + SampleVolume
			.em() + "] center=20512,12512,310 size=40,30,1');", "");

		assertSame(expected());
	}

	@Test
	void link_opensItsCutout() {
		macros.run("run('Imagery Cutout...', 'source=[" + SampleVolume.em() +
			"] center=20512,12512,310 size=40,30,1');" +
			"run('Copy Neuroglancer Link...', '');", "");
		final String link = (String) macros.lastModule().getOutput("link");

		macros.run("run('Neuroglancer Link...', 'link=[" + link + "]');", "");

		assertSame(expected());
	}

	private ImagePlus expected() {
		final ImageCutout<?> image = context.service(CutoutService.class).open(
			SampleVolume.em(), "").image(Region.centered(20512, 12512, 310).size(40,
				30, 1));
		return CutoutImages.of(image);
	}

	private void assertSame(final ImagePlus expected) {
		final ImagePlus found = (ImagePlus) macros.lastModule().getOutput("image");
		assertEquals(expected.getWidth(), found.getWidth());
		assertArrayEquals((byte[]) expected.getProcessor().getPixels(),
			(byte[]) found.getProcessor().getPixels());
	}
}
