// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.imageryclient.CannotWrite;
import org.imageryclient.Canceled;
import org.imageryclient.CutoutException;
import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.Part;

/**
 * One save of some files and, beside them, the manifest that says what they
 * show: all of them or none.
 *
 * <pre>
 * Saving saving = Saving.of(Subject.of(pair), options).colored();
 * saving.run(files -&gt; files.write("fig.csv", table::writeTo), progress);
 * </pre>
 *
 * Everything that is saved goes through here, so that nothing is without its
 * manifest.
 */
public final class Saving {

	private static final String SAVE = "save";

	private final Subject subject;
	private final SaveOptions options;
	private final Optional<ColorScheme> colors;
	private final Clock clock;

	private Saving(final Subject subject, final SaveOptions options,
		final Optional<ColorScheme> colors, final Clock clock)
	{
		this.subject = subject;
		this.options = options;
		this.colors = colors;
		this.clock = clock;
	}

	/** A save of what shows {@code subject}, without its colours. */
	public static Saving of(final Subject subject, final SaveOptions options) {
		return new Saving(subject, options, Optional.empty(), Clock.systemUTC());
	}

	/** The same of a result in the colours of the options. */
	public Saving colored() {
		return new Saving(subject, options, Optional.of(options.colors()), clock);
	}

	/** The same, dated by another clock. */
	public Saving clock(final Clock other) {
		return new Saving(subject, options, colors, other);
	}

	/**
	 * What the files show, without when and where they are saved: for the info of
	 * images. Counts which ids occur.
	 */
	public Manifest manifest() {
		return Manifest.of(subject, colors, call());
	}

	/**
	 * Saves files in the folder of the options' prefix.
	 *
	 * @param writer writes them, each by a call of {@link Files#write}
	 * @return the absolute paths of the files, in the order in which they were
	 *         written, without the manifest
	 * @throws CannotWrite if the folder is missing or can't be written
	 * @throws Canceled if the user asked to stop
	 */
	public List<Path> run(final Consumer<Files> writer, final Progress progress) {
		try (StagedFiles staged = StagedFiles.in(folder(options.prefix()))) {
			writer.accept(new Files() {

				@Override
				public void write(final String name, final FileContent content) {
					Saving.write(staged, name, content);
				}

				@Override
				public void writeFolder(final String name, final FileContent content) {
					Saving.writeFolder(staged, name, content);
				}
			});
			progress.checkCanceled();
			final String name = Manifest.nameFor(fileName(options.prefix()));
			write(staged, name, file -> saved(staged, staged.target(name)).write(
				file));
			progress.checkCanceled();
			final List<Path> all = staged.commit(file -> {
				if (!file.endsWith(name)) options.onSaved().accept(file);
			});
			return all.subList(0, all.size() - 1);
		}
	}

	private Manifest saved(final StagedFiles staged, final Path target)
		throws IOException
	{
		final Manifest manifest = manifest().savedAs(Timestamp.now(clock), staged
			.describe(), call().map(call -> call.with(SAVE, options.prefix()))
				.flatMap(MacroCall::line));
		return former(target).map(manifest::after).orElse(manifest);
	}

	/** What is there already, if it is a manifest that can be read. */
	private static Optional<Manifest> former(final Path target) {
		try {
			return Optional.of(Manifest.read(target));
		}
		catch (final CutoutException none) {
			return Optional.empty();
		}
	}

	/** The options' call with the keys that say the cutout and the colours. */
	private Optional<MacroCall> call() {
		return options.call().flatMap(own -> subject.call(own.command()).map(
			cutout -> own.after(colored(cutout).keys())));
	}

	private MacroCall colored(final MacroCall whole) {
		final MacroCall cutout = whole.command().equals(SaveOptions.IMAGERY_CUTOUT)
			? ofImageryCutout(whole) : whole;
		return colors.filter(c -> subject.segmentation().isPresent()).map(
			scheme -> cutout.with("colors", scheme.written(subject.maskedIds())
				.toString())).orElse(cutout);
	}

	private MacroCall ofImageryCutout(final MacroCall whole) {
		final MacroCall part = subject.part() == Part.ALL ? whole : whole.with(
			"part", subject.part().word());
		// What can be saved but not shown would end the macro.
		return subject.isShowable() ? part : part.with("show", "none");
	}

	private static void write(final StagedFiles staged, final String name,
		final FileContent content)
	{
		try {
			content.writeTo(staged.stage(name));
		}
		catch (final IOException e) {
			throw staged.failure(name, e);
		}
	}

	private static void writeFolder(final StagedFiles staged, final String name,
		final FileContent content)
	{
		try {
			content.writeTo(staged.stageFolder(name));
		}
		catch (final IOException e) {
			throw staged.failure(name, e);
		}
	}

	/** What of a prefix is the folder. A trailing separator counts. */
	private static Path folder(final String prefix) {
		return Path.of(prefix.substring(0, prefix.length() - fileName(prefix)
			.length()));
	}

	/** What of a prefix begins the names of files; it may be empty. */
	static String fileName(final String prefix) {
		final String separators = File.separator + "/";
		int start = prefix.length();
		while (start > 0 && separators.indexOf(prefix.charAt(start - 1)) < 0)
			start--;
		return prefix.substring(start);
	}

	/** Takes the files of a save, one after the other. */
	public interface Files {

		/**
		 * @param name of the file, without a folder
		 * @param content writes it
		 * @throws CannotWrite if that fails
		 */
		void write(String name, FileContent content);

		/**
		 * The same for a folder of files, which is one thing to its readers.
		 *
		 * @param name of the folder
		 * @param content fills it
		 * @throws CannotWrite if that fails, or if there is such a folder already
		 */
		void writeFolder(String name, FileContent content);
	}
}
