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
import org.imageryclient.geom.Long3;
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
		return save(Optional.of(imagery), List.of(), options, progress);
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
		return saveMasks(masks.stream().toList(), options, progress);
	}

	/** The same, for masks of any cutouts, which may lie over each other. */
	public List<Path> saveMasks(final List<RootMask> masks,
		final SaveOptions options, final Progress progress)
	{
		return save(Optional.empty(), masks, options, progress);
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
		return saveImageryAndMasks(imagery, masks.stream().toList(), options,
			progress);
	}

	/** The same, for masks of any cutouts, which may lie over each other. */
	public List<Path> saveImageryAndMasks(final PlaneStack imagery,
		final List<RootMask> masks, final SaveOptions options,
		final Progress progress)
	{
		return save(Optional.of(imagery), masks, options, progress);
	}

	/**
	 * Saves each slice of imagery under a name of its own, {@code
	 * fig_slice_0_raw.png}. Source: {@code save_image_slices} of ImageryClient.
	 *
	 * @param suffix how names end, without the extension
	 * @return the absolute paths of the files, by slice
	 * @throws Unsupported as {@link #saveImagery}
	 * @throws CannotWrite if the folder is missing or can't be written
	 * @throws Canceled if the user asked to stop
	 */
	public List<Path> saveSlices(final PlaneStack imagery, final String suffix,
		final SaveOptions options, final Progress progress)
	{
		final Slices slices = new Slices(imagery, options.sliceAxis(), options
			.range());
		return stageAndCommit(options, progress, files -> stageImagery(slices,
			suffix, files, options, progress));
	}

	/**
	 * The same, for a mask in its colour.
	 *
	 * @param suffix how names end, without the extension
	 */
	public List<Path> saveSlices(final RootMask mask, final String suffix,
		final SaveOptions options, final Progress progress)
	{
		return stageAndCommit(options, progress, files -> stageMask(mask, suffix,
			files, options, progress));
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
				write(files, names(options, count).picture(i), picture.apply(i),
					options);
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
		final List<RootMask> masks, final SaveOptions options,
		final Progress progress)
	{
		final Optional<Slices> slices = imagery.map(stack -> new Slices(stack,
			options.sliceAxis(), options.range()));
		return stageAndCommit(options, progress, files -> {
			slices.ifPresent(s -> stageImagery(s, SliceNames.IMAGERY, files, options,
				progress));
			stageMasks(masks, files, options, progress);
		});
	}

	private static List<Path> stageAndCommit(final SaveOptions options,
		final Progress progress, final Consumer<StagedFiles> stage)
	{
		try (StagedFiles files = StagedFiles.in(folder(options.prefix()))) {
			stage.accept(files);
			progress.checkCanceled();
			return files.commit(options.onSaved());
		}
	}

	private void stageImagery(final Slices slices, final String suffix,
		final StagedFiles files, final SaveOptions options, final Progress progress)
	{
		final SliceNames names = names(options, slices.count());
		for (int i = 0; i < slices.count(); i++) {
			progress.checkCanceled();
			progress.report("Saving imagery", i, slices.count());
			final List<Picture> pictures = slices.pictures(i);
			if (pictures.size() == 1) write(files, names.slice(i, suffix), pictures
				.get(0), options);
			else for (int c = 0; c < pictures.size(); c++)
				write(files, names.slice(i, SliceNames.channel(suffix, c)), pictures
					.get(c), options);
		}
	}

	private void stageMasks(final List<RootMask> masks, final StagedFiles files,
		final SaveOptions options, final Progress progress)
	{
		for (int n = 0; n < masks.size(); n++) {
			progress.report("Saving masks", n, masks.size());
			stageMask(masks.get(n), SliceNames.mask(masks.get(n).id()), files,
				options, progress);
		}
	}

	private void stageMask(final RootMask mask, final String suffix,
		final StagedFiles files, final SaveOptions options, final Progress progress)
	{
		final int argb = options.colors().argb(mask.id());
		final Long3 size = mask.size();
		final int axis = options.sliceAxis();
		final int width = (int) size.get(axis == 0 ? 1 : 0);
		final int height = (int) size.get(axis == 2 ? 1 : 2);
		final SliceNames names = names(options, size.get(axis));
		for (long i = 0; i < size.get(axis); i++) {
			progress.checkCanceled();
			write(files, names.slice(i, suffix), new Picture.Mask(width, height, mask
				.plane(axis, i), argb), options);
		}
	}

	private SliceNames names(final SaveOptions options, final long count) {
		return new SliceNames(fileName(options.prefix()), count, sliceWriter
			.extension());
	}

	private void write(final StagedFiles files, final String name,
		final Picture picture, final SaveOptions options)
	{
		final SliceWriter writer = options.compression().isPresent() ? sliceWriter
			.withCompression(options.compression().getAsInt()) : sliceWriter;
		write(files, name, target -> writer.write(picture, target));
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
