// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import org.imageryclient.picture.PlaneStack;
import org.imageryclient.picture.Slices;
import org.imageryclient.picture.Picture;
import org.imageryclient.Canceled;
import org.imageryclient.CannotWrite;
import org.imageryclient.Progress;
import org.imageryclient.Unsupported;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.mask.RootMask;

/**
 * Saves cutouts under the reference's file names.
 *
 * <pre>
 *
 * writer.saveMasks(pair.segmentation().masks(), SaveOptions.prefix("fig")
 * 	.colors(RootColors.hashed()), Progress.NONE); // fig_slice_0_root_id_8646….png,
 * 																								// …
 * </pre>
 *
 * Each call saves all its files or, where it fails or is canceled, none: they
 * are written to a hidden folder beside their places and moved there at the
 * end, each by one atomic step. Files that were there before under the same
 * names are replaced then, and kept if the call fails.
 */
public final class CutoutWriter {

	private final SliceWriter sliceWriter;
	private final StackWriter stackWriter;

	public CutoutWriter(final SliceWriter sliceWriter,
		final StackWriter stackWriter)
	{
		this.sliceWriter = sliceWriter;
		this.stackWriter = stackWriter;
	}

	/**
	 * Saves each slice of imagery as a picture: 8-bit grey as 8-bit grey, 16-bit
	 * grey as 16-bit grey, three 8-bit channels as red, green and blue. Other
	 * numbers of channels, and 16-bit colour, become one grey picture for each
	 * channel, {@code fig_slice_0_imagery_channel_0.png}.
	 *
	 * @return the absolute paths of the files, by slice
	 * @throws Unsupported for other samples, unless the options have a range to
	 *           convert them to 8 bits; remedy: {@link #saveStack}
	 * @throws CannotWrite if the folder is missing or can't be written
	 * @throws Canceled if the user asked to stop
	 */
	public List<Path> saveImagery(final PlaneStack imagery,
		final SaveOptions options, final Progress progress)
	{
		return save(Optional.of(imagery), Optional.empty(), options, progress);
	}

	/**
	 * Saves each slice of each mask as a picture of one colour on transparent
	 * black. Every id gets a picture of every slice, also where it is empty.
	 *
	 * @return the absolute paths of the files, by id, then slice
	 * @throws CannotWrite if the folder is missing or can't be written
	 * @throws Canceled if the user asked to stop
	 */
	public List<Path> saveMasks(final MaskSet masks, final SaveOptions options,
		final Progress progress)
	{
		return save(Optional.empty(), Optional.of(masks), options, progress);
	}

	/**
	 * Saves imagery and masks in one call: all or none of them.
	 *
	 * @return the absolute paths of the files: {@link #saveImagery}, then
	 *         {@link #saveMasks}
	 * @throws Unsupported as {@link #saveImagery}
	 * @throws CannotWrite if the folder is missing or can't be written
	 * @throws Canceled if the user asked to stop
	 */
	public List<Path> saveImageryAndMasks(final PlaneStack imagery,
		final MaskSet masks, final SaveOptions options, final Progress progress)
	{
		return save(Optional.of(imagery), Optional.of(masks), options, progress);
	}

	/**
	 * Saves pictures of slices: one as {@code fig.png}, several as {@code
	 * fig_slice_0.png} and so on. A prefix that ends with the extension has it
	 * taken off first.
	 *
	 * @param picture gives the picture of a slice, from 0
	 * @return the absolute paths of the files, by slice
	 * @throws CannotWrite if the folder is missing or can't be written
	 * @throws Canceled if the user asked to stop
	 */
	public List<Path> savePictures(final int count,
		final IntFunction<? extends Picture> picture, final SaveOptions options,
		final Progress progress)
	{
		try (StagedFiles files = StagedFiles.in(folder(options.prefix()))) {
			for (int i = 0; i < count; i++) {
				progress.checkCanceled();
				progress.report("Saving pictures", i, count);
				write(files, names(options, count).picture(i), picture.apply(i));
			}
			progress.checkCanceled();
			return files.commit(options.onSaved());
		}
	}

	/**
	 * Saves voxels, size and position as one file each: all or none of them.
	 *
	 * @param stacks what to save as which file; they share a folder. Names are
	 *          kept as given
	 * @return the absolute paths of the files, in the order of the map
	 * @throws Unsupported if the format can't hold the samples exactly
	 * @throws CannotWrite if the folder is missing or can't be written
	 * @throws Canceled if the user asked to stop
	 */
	public List<Path> saveStacks(final Map<Path, PlaneStack> stacks,
		final Consumer<Path> onSaved, final Progress progress)
	{
		final Map<Path, FileContent> contents = new LinkedHashMap<>();
		stacks.forEach((file, stack) -> contents.put(file, content(stack,
			progress)));
		return saveFiles(contents, onSaved, progress);
	}

	/** What {@link #saveStacks} writes of a stack, for {@link #saveFiles}. */
	public FileContent content(final PlaneStack stack, final Progress progress) {
		return file -> stackWriter.write(stack, file, progress);
	}

	/**
	 * Saves files of any kind: all or none of them.
	 *
	 * @param contents what to save as which file; they share a folder. Names are
	 *          kept as given
	 * @return the absolute paths of the files, in the order of the map
	 * @throws CannotWrite if the folder is missing or can't be written
	 * @throws Canceled if the user asked to stop
	 */
	public List<Path> saveFiles(final Map<Path, FileContent> contents,
		final Consumer<Path> onSaved, final Progress progress)
	{
		final List<Path> folders = contents.keySet().stream().map(file -> file
			.toAbsolutePath().getParent()).distinct().toList();
		if (folders.size() != 1) throw new IllegalArgumentException(
			"Expected files in one folder but got the folders " + folders + ".");
		try (StagedFiles files = StagedFiles.in(folders.get(0))) {
			contents.forEach((file, content) -> {
				progress.checkCanceled();
				write(files, file.getFileName().toString(), content);
			});
			progress.checkCanceled();
			return files.commit(onSaved);
		}
	}

	/** One file, as {@link #saveStacks}. */
	public Path saveStack(final PlaneStack stack, final Path file,
		final Progress progress)
	{
		return saveStacks(Map.of(file, stack), saved -> {}, progress).get(0);
	}

	private List<Path> save(final Optional<PlaneStack> imagery,
		final Optional<MaskSet> masks, final SaveOptions options,
		final Progress progress)
	{
		final Optional<Slices> slices = imagery.map(stack -> new Slices(stack,
			options.sliceAxis(), options.range()));
		try (StagedFiles files = StagedFiles.in(folder(options.prefix()))) {
			slices.ifPresent(s -> stageImagery(s, files, options, progress));
			masks.ifPresent(m -> stageMasks(m, files, options, progress));
			progress.checkCanceled();
			return files.commit(options.onSaved());
		}
	}

	private void stageImagery(final Slices slices, final StagedFiles files,
		final SaveOptions options, final Progress progress)
	{
		final SliceNames names = names(options, slices.count());
		for (int i = 0; i < slices.count(); i++) {
			progress.checkCanceled();
			progress.report("Saving imagery", i, slices.count());
			final List<Picture> pictures = slices.pictures(i);
			if (pictures.size() == 1) write(files, names.imagery(i), pictures.get(0));
			else for (int c = 0; c < pictures.size(); c++)
				write(files, names.imagery(i, c), pictures.get(c));
		}
	}

	private void stageMasks(final MaskSet masks, final StagedFiles files,
		final SaveOptions options, final Progress progress)
	{
		final long[] ids = masks.ids();
		for (int n = 0; n < ids.length; n++) {
			final RootMask mask = masks.mask(ids[n]);
			final int argb = options.colors().argb(ids[n]);
			final long[] size = mask.image().dimensionsAsLongArray();
			final int axis = options.sliceAxis();
			final SliceNames names = names(options, size[axis]);
			progress.report("Saving masks", n, ids.length);
			for (long i = 0; i < size[axis]; i++) {
				progress.checkCanceled();
				write(files, names.mask(i, ids[n]), new Picture.Mask(
					(int) size[axis == 0 ? 1 : 0], (int) size[axis == 2 ? 1 : 2], mask
						.plane(axis, i), argb));
			}
		}
	}

	private SliceNames names(final SaveOptions options, final long count) {
		return new SliceNames(fileName(options.prefix()), count, sliceWriter
			.extension());
	}

	private void write(final StagedFiles files, final String name,
		final Picture picture)
	{
		write(files, name, target -> sliceWriter.write(picture, target));
	}

	private static void write(final StagedFiles files, final String name,
		final FileContent content)
	{
		try {
			content.writeTo(files.stage(name));
		}
		catch (final IOException e) {
			throw files.failure(name, e);
		}
	}

	/** What of a prefix is the folder. A trailing separator counts. */
	private static Path folder(final String prefix) {
		return Path.of(prefix.substring(0, prefix.length() - fileName(prefix)
			.length()));
	}

	/** What of a prefix begins the names of files; it may be empty. */
	private static String fileName(final String prefix) {
		final String separators = File.separator + "/";
		int start = prefix.length();
		while (start > 0 && separators.indexOf(prefix.charAt(start - 1)) < 0)
			start--;
		return prefix.substring(start);
	}
}
