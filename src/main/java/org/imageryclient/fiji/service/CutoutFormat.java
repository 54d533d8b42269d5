// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import java.nio.file.Path;
import java.util.List;

import org.imageryclient.Progress;
import org.imageryclient.export.SaveOptions;
import org.scijava.plugin.HandlerPlugin;

/**
 * A way to save cutouts. Plugins of this type are found by
 * {@link CutoutService#save}, which takes the one of highest priority that
 * supports the name of the target: {@code fig.tif} is for a TIFF stack,
 * {@code fig} begins the names of PNG slices.
 * <p>
 * The data that {@code supports} is asked about is the target as text: a path
 * with the separators of the system. Instances are shared and hold no cutout.
 * </p>
 */
public interface CutoutFormat extends HandlerPlugin<String> {

	/** What is written, in words for messages: {@code "PNG slices"}. */
	String description();

	/**
	 * Whether it can hold this: a cutout, a {@code MaskSet} or a {@code Figure}.
	 */
	boolean canSave(Object cutout);

	/**
	 * Saves all files of a cutout or, where it fails or is canceled, none.
	 *
	 * @param cutout one that this format {@link #canSave}
	 * @param options the target as prefix, and colours for masks
	 * @return the absolute paths of the files
	 * @throws org.imageryclient.CannotWrite if the folder is missing or can't be
	 *           written
	 * @throws org.imageryclient.Unsupported if it can't hold the samples
	 * @throws org.imageryclient.Canceled if the user asked to stop
	 */
	List<Path> save(Object cutout, SaveOptions options, Progress progress);

	@Override
	default Class<String> getType() {
		return String.class;
	}
}
