// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.gui.Roi;
import ij.io.RoiEncoder;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.imageryclient.Progress;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.export.Saving;
import org.imageryclient.export.Subject;
import org.imageryclient.fiji.service.CutoutFormat;
import org.imageryclient.mask.MaskSet;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Plugin;

/**
 * Masks as a set of ROIs, {@code fig.zip}, which ImageJ opens in its ROI
 * Manager; see {@link RootRois}. The same masks give the same bytes. Slices are
 * across z.
 */
@Plugin(type = CutoutFormat.class)
public final class RoiSetFormat extends AbstractHandlerPlugin<String> implements
	CutoutFormat
{

	/** The first that a ZIP file can say: the files have no time of their own. */
	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0,
		0);

	@Override
	public String description() {
		return "ROI set (.zip)";
	}

	@Override
	public boolean supports(final String target) {
		return target.toLowerCase(Locale.ROOT).endsWith(".zip");
	}

	@Override
	public boolean canSave(final Object cutout) {
		return RootRois.areOf(cutout);
	}

	@Override
	public List<Path> save(final Object cutout, final SaveOptions options,
		final Progress progress)
	{
		options.checkAcrossZ(description());
		final Subject subject = cutout instanceof MaskSet masks ? Subject.of(masks)
			: Subject.of((Cutout) cutout);
		return Saving.of(subject, options).colored().run(files -> files.write(Path
			.of(options.prefix()).getFileName().toString(), file -> write(RootRois.of(
				cutout, options.background(), options.colors(), progress), file,
				progress)), progress);
	}

	private static void write(final List<Roi> rois, final Path file,
		final Progress progress) throws IOException
	{
		try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(
			Files.newOutputStream(file))))
		{
			for (int i = 0; i < rois.size(); i++) {
				progress.checkCanceled();
				progress.report("Saving ROIs", i, rois.size());
				final ZipEntry entry = new ZipEntry(rois.get(i).getName() + ".roi");
				entry.setTimeLocal(NO_TIME);
				zip.putNextEntry(entry);
				zip.write(RoiEncoder.saveAsByteArray(rois.get(i)));
				zip.closeEntry();
			}
		}
	}
}
