// SPDX-License-Identifier: BSD-2-Clause

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.mask.RootMask;
import org.imageryclient.overlay.Figure;
import org.scijava.Context;

/**
 * What {@code scripts/demo} runs, by Java's single-file launcher: the service
 * that Fiji's menu, macros and scripts use, without a display.
 *
 * <pre>
 * java -cp CLASSES_AND_LIBRARIES scripts/Demo.java SAMPLE_FOLDER OUTPUT_FOLDER
 * </pre>
 */
final class Demo {

	private static final int MASKS = 3;

	private Demo() {}

	public static void main(final String... arguments) {
		final Path sample = Path.of(arguments[0]);
		final Path output = Path.of(arguments[1]);
		final long start = System.nanoTime();
		final Context context = new Context(CutoutService.class);
		try {
			final List<Path> saved = run(context.service(CutoutService.class), sample, output);
			System.out.printf("saved         %d files in %s%n", saved.size(), output);
			for (final Path file : saved)
				System.out.println("              " + output.relativize(file));
		}
		finally {
			context.dispose();
		}
		System.out.printf("time          %.1f s%n", (System.nanoTime() - start) / 1e9);
	}

	private static List<Path> run(final CutoutService cutouts, final Path sample, final Path output) {
		final ImageryClient client = cutouts.open(sample.resolve("em").toString(), sample.resolve("seg").toString());
		final Region where = Region.centered(20512, 12512, 310).size(400, 400, 5);
		System.out.print(client.planImageAndSegmentation(CutoutRequest.of(where)).describe());

		final long start = System.nanoTime();
		final PairedCutout pair = client.imageAndSegmentation(where, RootSelection.all());
		System.out.printf("read          %s, in %.2f s%n", pair.status(), (System.nanoTime() - start) / 1e9);

		final RootMask[] largest = pair.masks().stream().sorted(Comparator.comparingLong(RootMask::voxelCount)
			.reversed()).limit(MASKS).toArray(RootMask[]::new);
		System.out.printf("roots         %d; the largest:%n", pair.masks().size());
		for (final RootMask mask : largest)
			System.out.printf("              %s  %d voxels%n", Long.toUnsignedString(mask.id()), mask.voxelCount());

		final List<Path> saved = new ArrayList<>();
		saved.addAll(cutouts.save(pair, output.resolve("cutout.tif")));
		saved.addAll(cutouts.save(pair, output.resolve("cutout_overlay.png"), RootColors.hashed()));
		final PairedCutout chosen = client.imageAndSegmentation(where, RootSelection.ofBits(Arrays.stream(largest)
			.mapToLong(RootMask::id).toArray()));
		saved.addAll(cutouts.save(chosen, output.resolve("cutout"), RootColors.hashed()));
		saved.addAll(cutouts.save(Figure.of(chosen), output.resolve("figure.png")));
		return saved;
	}
}
