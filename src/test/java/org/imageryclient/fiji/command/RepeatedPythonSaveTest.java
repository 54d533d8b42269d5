// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.WindowManager;

import java.nio.file.Path;
import java.util.Map;

import org.imageryclient.export.Manifest;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.script.ScriptService;

/**
 * What a Python script saves through {@code imageryclient.py} has a manifest
 * whose macro line gives the same files.
 */
class RepeatedPythonSaveTest {

	private static final String BEGIN =
		"#@ CutoutService cutouts\n#@ String em\n#@ String seg\n#@ String fig\n" +
			"from imageryclient import ImageryClient\n" +
			"client = ImageryClient(image_source=em, segmentation_source=seg, cutouts=cutouts)\n" +
			"where = [[20500, 12500, 310], [20540, 12530, 312]]\n";

	private final Context context = new Context();

	@TempDir
	private Path first;

	@TempDir
	private Path second;

	@AfterEach
	void close() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	@ParameterizedTest
	@ValueSource(strings = { "client.save_imagery(fig, where)",
		"client.save_imagery(fig, where, mip=1, slice_axis=0, compress_level=9)",
		"client.save_segmentation_masks(fig, where, segmentation_colormap={864691135290925686: (255, 0, 0, 90)})",
		"client.save_segmentation_masks(fig, where, root_ids=[864691135752731847L], include_null_root=True)",
		"client.save_image_and_segmentation_masks(fig, where, image_mip=1, segmentation_mip=0)",
		"client.save_image_and_segmentation_masks(fig, precomputed_data=client.image_and_segmentation_cutout(where))",
		"masks = client.split_segmentation_cutout(where)\n" +
			"one = sorted(masks.keys())[0]\n" +
			"client.save_segmentation_masks(fig, precomputed_masks={one: masks[one]})" })
	void macroLine_givesEqualFiles(final String call) throws Exception {
		context.service(ScriptService.class).run("save.py", BEGIN + call, true, Map
			.of("em", SampleVolume.em(), "seg", SampleVolume.seg(), "fig", first
				.resolve("fig").toString())).get();
		final Manifest manifest = Manifest.read(first.resolve("fig.manifest.json"));

		MacroBridge.to(context).run(manifest.macro().orElseThrow().replace(first
			.toString(), second.toString()), "");

		assertFalse(manifest.files().isEmpty());
		assertEquals(manifest.files(), Manifest.read(second.resolve(
			"fig.manifest.json")).files());
	}
}
