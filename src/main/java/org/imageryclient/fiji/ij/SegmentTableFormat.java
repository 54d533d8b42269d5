// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.imageryclient.Progress;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.export.Saving;
import org.imageryclient.export.Subject;
import org.imageryclient.fiji.service.CutoutFormat;
import org.imageryclient.table.SegmentTable;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Plugin;

/**
 * What is known of each segment of a cutout, as a table {@code fig.csv}; see
 * {@link SegmentTable#toCsv}. Mean intensities are there if imagery and
 * segmentation are on one grid.
 */
@Plugin(type = CutoutFormat.class)
public final class SegmentTableFormat extends AbstractHandlerPlugin<String>
	implements CutoutFormat
{

	@Override
	public String description() {
		return "segment table (.csv)";
	}

	@Override
	public boolean supports(final String target) {
		return target.toLowerCase(Locale.ROOT).endsWith(".csv");
	}

	@Override
	public boolean canSave(final Object cutout) {
		return SegmentResults.areOf(cutout);
	}

	@Override
	public List<Path> save(final Object cutout, final SaveOptions options,
		final Progress progress)
	{
		final SegmentTable table = SegmentResults.measure(cutout, progress);
		return Saving.of(Subject.of((Cutout) cutout), options).run(files -> files
			.write(Path.of(options.prefix()).getFileName().toString(), file -> Files
				.writeString(file, table.toCsv())), progress);
	}
}
