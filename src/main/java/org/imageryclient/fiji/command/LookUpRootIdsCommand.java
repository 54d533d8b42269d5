// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.io.File;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.CutoutText;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.export.Saving;
import org.imageryclient.export.Subject;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.table.RootAnswerTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Looks up the roots of supervoxels, of positions, and what became of roots.
 *
 * <pre>
 * run("Look Up Root Ids...",
 * 	"segmentation=minnie65_public ids=864691135571546917 timestamp=now");
 * </pre>
 *
 * The names of the parameters are the keys of macros.
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Imagery Client>Look Up Root Ids...")
public class LookUpRootIdsCommand extends JobCommand implements CheckedInputs {

	@Parameter
	private CutoutService cutouts;

	@Parameter(label = "Segmentation", required = false,
		description = "Address of a graphene segmentation, or the name of a CAVE datastack")
	private String segmentation = "";

	@Parameter(label = "Ids of supervoxels or roots", required = false,
		description = "Separated by commas or spaces")
	private String ids = "";

	@Parameter(label = "and positions x, y, z (voxels)", required = false,
		description = "Of voxels whose roots are wanted, separated by semicolons: 5319, 8677, 1201; 5320, 8677, 1201")
	private String positions = "";

	@Parameter(label = "Positions count in (nm per voxel)", required = false,
		description = "8x8x40; empty for the voxels of the segmentation or those of the datastack")
	private String resolution = "";

	@Parameter(label = "As of (UTC)", required = false, persist = false,
		description = "2024-03-05 12:34:56, seconds since 1970, or now; empty for now")
	private String timestamp = "";

	@Parameter(label = "Save as (CSV)", required = false, persist = false,
		style = FileWidget.SAVE_STYLE,
		description = "A file such as roots.csv; empty to save nothing")
	private File save;

	/** The rows of the table, as CSV. */
	@Parameter(type = ItemIO.OUTPUT)
	private String roots;

	@Override
	String job() {
		return "Look Up Root Ids";
	}

	@Override
	public boolean isMoreAskedFor() {
		return false;
	}

	@Override
	public void checkInputs() {
		if (text(segmentation).isBlank()) throw new IllegalArgumentException(
			"Expected a segmentation, such as \"minnie65_public\" or \"graphene://https://server/segmentation/table/name\", but segmentation was empty.");
		if (given().length == 0 && places().isEmpty())
			throw new IllegalArgumentException(
				"Expected ids or positions to look up but both were empty.");
		time();
	}

	@Override
	void run(final Progress progress) {
		checkInputs();
		final ImageryClient client = cutouts.open(segmentation.trim());
		final long[] asked = LongStream.concat(Arrays.stream(given()), places()
			.stream().mapToLong(place -> idAt(client, place, progress))).toArray();
		final RootAnswerTable table = new RootAnswerTable(client.lookUpRoots(asked,
			time(), progress));
		roots = table.toCsv();
		log().info("Roots as of " + table.answers().time());
		if (!path(save).isBlank()) save(table, progress);
		cutouts.show(table, ColorScheme.white(), "roots");
	}

	private void save(final RootAnswerTable table, final Progress progress) {
		Saving.of(Subject.UNKNOWN, SaveOptions.prefix(save.toPath())).run(
			files -> files.write(save.getName(), file -> Files.writeString(file, table
				.toCsv())), progress);
	}

	private Optional<Timestamp> time() {
		return text(timestamp).isBlank() ? Optional.empty() : Optional.of(Timestamp
			.parse(timestamp, Clock.systemUTC()));
	}

	private long[] given() {
		if (text(ids).isBlank()) return new long[0];
		final RootSelection selection = RootSelection.parse(ids);
		if (!selection.isListed()) throw new IllegalArgumentException(
			"Expected ids as unsigned decimal numbers but ids was \"" + ids + "\".");
		return selection.ids();
	}

	private List<Region> places() {
		final List<Region> places = new ArrayList<>();
		for (final String place : text(positions).split(";"))
			if (!place.isBlank()) places.add(CutoutText.region(place, "", "1,1,1"));
		return places;
	}

	/** One GET, of the chunk that holds the voxel. */
	private long idAt(final ImageryClient client, final Region place,
		final Progress progress)
	{
		final Optional<Resolution> nm = text(resolution).isBlank() ? Optional
			.empty() : Optional.of(CutoutText.resolution("resolution", resolution));
		final SegmentationCutout voxel = client.segmentation(CutoutRequest.of(nm
			.map(place::at).orElse(place)).withRoots(RootSelection.rawIds()),
			progress);
		return voxel.ids().length == 0 ? 0 : voxel.ids()[0];
	}
}
