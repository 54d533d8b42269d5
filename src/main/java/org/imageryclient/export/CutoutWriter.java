// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.imageryclient.picture.PlaneStack;
import org.imageryclient.picture.Slices;
import org.imageryclient.picture.Picture;
import org.imageryclient.Canceled;
import org.imageryclient.CannotWrite;
import org.imageryclient.Progress;
import org.imageryclient.Unsupported;
import org.imageryclient.color.RootColors;
import org.imageryclient.geom.Long3;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.mask.RootMask;

/**
 * Saves cutouts under the reference's file names.
 *
 * <pre>
 *
 * writer.saveMasks(pair.masks(), SaveOptions.prefix("fig"), Progress.NONE);
 * // fig_slice_0_root_id_8646….png, …, fig.manifest.json
 * </pre>
 *
 * Each call saves all its files, and a {@link Manifest} beside them that says
 * what they show, or, where it fails or is canceled, none: they are written to
 * a hidden folder beside their places and moved there at the end, each by one
 * atomic step. Files that were there before under the same names are replaced
 * then, and kept if the call fails.
 */
public final class CutoutWriter {

	private final SliceWriter sliceWriter;
	private final StackWriter stackWriter;
	private final Clock clock;

	public CutoutWriter(final SliceWriter sliceWriter,
		final StackWriter stackWriter)
	{
		this(sliceWriter, stackWriter, Clock.systemUTC());
	}

	/**
	 * @param clock by which manifests are dated
	 */
	public CutoutWriter(final SliceWriter sliceWriter,
		final StackWriter stackWriter, final Clock clock)
	{
		this.sliceWriter = sliceWriter;
		this.stackWriter = stackWriter;
		this.clock = clock;
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
		final Slices slices = slices(imagery, options);
		final Subject subject = Subject.of(List.of(imagery));
		return saving(subject, byMacro(subject, options)).run(files -> stageImagery(
			slices, SliceNames.IMAGERY, files, options, progress), progress);
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
		return saveMasks(Subject.of(masks), masks.stream().toList(), options,
			progress);
	}

	/** The same, for masks of any cutouts, which may lie over each other. */
	public List<Path> saveMasks(final List<RootMask> masks,
		final SaveOptions options, final Progress progress)
	{
		return saveMasks(Subject.ofMasks(masks), masks, options, progress);
	}

	private List<Path> saveMasks(final Subject subject,
		final List<RootMask> masks, final SaveOptions options,
		final Progress progress)
	{
		return saving(subject, byMacro(subject, options)).colored().run(
			files -> stageMasks(masks, files, options, progress), progress);
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
		return saveImageryAndMasks(Subject.of(masks).beside(imagery), imagery, masks
			.stream().toList(), options, progress);
	}

	/** The same, for masks of any cutouts, which may lie over each other. */
	public List<Path> saveImageryAndMasks(final PlaneStack imagery,
		final List<RootMask> masks, final SaveOptions options,
		final Progress progress)
	{
		return saveImageryAndMasks(Subject.ofMasks(masks).beside(imagery), imagery,
			masks, options, progress);
	}

	private List<Path> saveImageryAndMasks(final Subject subject,
		final PlaneStack imagery, final List<RootMask> masks,
		final SaveOptions options, final Progress progress)
	{
		final Slices slices = slices(imagery, options);
		return saving(subject, byMacro(subject, options)).colored().run(files -> {
			stageImagery(slices, SliceNames.IMAGERY, files, options, progress);
			stageMasks(masks, files, options, progress);
		}, progress);
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
		final Slices slices = slices(imagery, options);
		return saving(Subject.of(List.of(imagery)), options).run(
			files -> stageImagery(slices, suffix, files, options, progress),
			progress);
	}

	/**
	 * The same, for a mask in its colour.
	 *
	 * @param suffix how names end, without the extension
	 */
	public List<Path> saveSlices(final RootMask mask, final String suffix,
		final SaveOptions options, final Progress progress)
	{
		return saving(Subject.ofMasks(List.of(mask)), options).colored().run(
			files -> stageMask(mask, suffix, options.colors().forIds(mask.id()),
				files, options, progress), progress);
	}

	/**
	 * Saves pictures of slices: one as {@code fig.png}, several as {@code
	 * fig_slice_0.png} and so on. A prefix that ends with the extension has it
	 * taken off first.
	 *
	 * @param subject what they show, in the colours of the options
	 * @param picture gives the picture of a slice, from 0
	 * @return the absolute paths of the files, by slice
	 * @throws CannotWrite if the folder is missing or can't be written
	 * @throws Canceled if the user asked to stop
	 */
	public List<Path> savePictures(final Subject subject, final int count,
		final IntFunction<? extends Picture> picture, final SaveOptions options,
		final Progress progress)
	{
		return saving(subject, options).colored().run(files -> {
			for (int i = 0; i < count; i++) {
				progress.checkCanceled();
				progress.report("Saving pictures", i, count);
				write(files, names(options, count).picture(i), picture.apply(i),
					options);
			}
		}, progress);
	}

	/**
	 * Saves voxels, size and position as one file each, and in each what they are
	 * of: all or none of them.
	 *
	 * @param stacks what to save under which name, in the folder of the options'
	 *          prefix; names are kept as given
	 * @return the absolute paths of the files, in the order of the map
	 * @throws Unsupported if the format can't hold the samples exactly
	 * @throws CannotWrite if the folder is missing or can't be written
	 * @throws Canceled if the user asked to stop
	 */
	public List<Path> saveStacks(final Map<String, PlaneStack> stacks,
		final SaveOptions options, final Progress progress)
	{
		return saveStacks(stacks, Map.of(), saving(Subject.of(List.copyOf(stacks
			.values())), options), progress);
	}

	/**
	 * The same, labels among them, and tables in which their segments have the
	 * colours of the options.
	 *
	 * @param tables what else to save under which name
	 */
	public List<Path> saveLabels(final Map<String, PlaneStack> stacks,
		final Map<String, FileContent> tables, final SaveOptions options,
		final Progress progress)
	{
		return saveStacks(stacks, tables, saving(Subject.of(List.copyOf(stacks
			.values())), options).colored(), progress);
	}

	private List<Path> saveStacks(final Map<String, PlaneStack> stacks,
		final Map<String, FileContent> tables, final Saving saving,
		final Progress progress)
	{
		final String info = saving.manifest().toInfo();
		return saving.run(files -> {
			stacks.forEach((name, stack) -> {
				progress.checkCanceled();
				files.write(name, file -> stackWriter.write(new NotedStack(stack, info),
					file, progress));
			});
			tables.forEach(files::write);
		}, progress);
	}

	/** What {@link #saveStacks} writes of a stack, for {@link #saveFiles}. */
	public FileContent content(final PlaneStack stack, final Progress progress) {
		return file -> stackWriter.write(stack, file, progress);
	}

	/**
	 * Saves files of any kind: all or none of them.
	 *
	 * @param subject what they show
	 * @param contents what to save under which name, in the folder of the
	 *          options' prefix; names are kept as given
	 * @return the absolute paths of the files, in the order of the map
	 * @throws CannotWrite if the folder is missing or can't be written
	 * @throws Canceled if the user asked to stop
	 */
	public List<Path> saveFiles(final Subject subject,
		final Map<String, FileContent> contents, final SaveOptions options,
		final Progress progress)
	{
		return saving(subject, options).run(files -> contents.forEach((name,
			content) -> {
			progress.checkCanceled();
			files.write(name, content);
		}), progress);
	}

	/** One file, as {@link #saveStacks}. */
	public Path saveStack(final PlaneStack stack, final Path file,
		final Progress progress)
	{
		return saveStacks(Map.of(file.getFileName().toString(), stack), SaveOptions
			.prefix(file), progress).get(0);
	}

	private Saving saving(final Subject subject, final SaveOptions options) {
		return Saving.of(subject, options).clock(clock);
	}

	/**
	 * Slices are what Imagery Cutout saves, unless the name asks it for another
	 * format.
	 */
	private static SaveOptions byMacro(final Subject subject,
		final SaveOptions options)
	{
		final boolean isPlain = !Saving.fileName(options.prefix()).contains(".");
		return options.call().isEmpty() && isPlain ? options.background(subject
			.background()).madeByImageryCutout() : options;
	}

	private static Slices slices(final PlaneStack imagery,
		final SaveOptions options)
	{
		return new Slices(imagery, options.sliceAxis(), options.range());
	}

	private void stageImagery(final Slices slices, final String suffix,
		final Saving.Files files, final SaveOptions options,
		final Progress progress)
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

	private void stageMasks(final List<RootMask> masks, final Saving.Files files,
		final SaveOptions options, final Progress progress)
	{
		// The background is no segment: it takes no colour of a palette.
		final RootColors colors = options.colors().forIds(masks.stream().mapToLong(
			RootMask::id).filter(id -> id != 0).boxed().sorted(Long::compareUnsigned)
			.mapToLong(id -> id).toArray());
		for (int n = 0; n < masks.size(); n++) {
			progress.report("Saving masks", n, masks.size());
			stageMask(masks.get(n), SliceNames.mask(masks.get(n).id()), colors, files,
				options, progress);
		}
	}

	private void stageMask(final RootMask mask, final String suffix,
		final RootColors colors, final Saving.Files files,
		final SaveOptions options, final Progress progress)
	{
		final int argb = colors.argb(mask.id());
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
		return new SliceNames(Saving.fileName(options.prefix()), count, sliceWriter
			.extension());
	}

	private void write(final Saving.Files files, final String name,
		final Picture picture, final SaveOptions options)
	{
		final SliceWriter writer = options.compression().isPresent() ? sliceWriter
			.withCompression(options.compression().getAsInt()) : sliceWriter;
		files.write(name, target -> writer.write(picture, target));
	}
}
