// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.imageryclient.CannotWrite;

/**
 * Files that come into being all together or not at all.
 * <p>
 * They are written to a hidden folder beside their places, which is on the same
 * file system, and moved there, each by one atomic step, when all are complete.
 * Until then files of the same names stay as they were. If a move fails, those
 * that this call has put where nothing was are taken away again.
 * </p>
 */
final class StagedFiles implements AutoCloseable {

	private final Path folder;
	private final Path staging;
	private final Map<Path, Path> stagedByTarget = new LinkedHashMap<>();

	private StagedFiles(final Path folder, final Path staging) {
		this.folder = folder;
		this.staging = staging;
	}

	/**
	 * @throws CannotWrite if the folder doesn't exist or can't be written
	 */
	static StagedFiles in(final Path folder) {
		final Path absolute = folder.toAbsolutePath().normalize();
		if (!Files.isDirectory(absolute)) throw new CannotWrite(
			"Expected a folder at " + absolute + " to save in but there is " + (Files
				.exists(absolute) ? "a file" : "none") +
				"; try creating the folder first, or another prefix.");
		try {
			return new StagedFiles(absolute, Files.createTempDirectory(absolute,
				".imageryclient-"));
		}
		catch (final IOException | ReadOnlyFileSystemException e) {
			throw new CannotWrite("Expected to write in the folder " + absolute +
				" but " + reason(e) +
				"; try another folder, or ask for permission to write there.", e);
		}
	}

	/** Where a file of this name will be. */
	Path target(final String fileName) {
		return folder.resolve(fileName);
	}

	/** The place where the content of a file of this name is to be written. */
	Path stage(final String fileName) {
		final Path target = folder.resolve(fileName);
		if (!folder.equals(target.getParent())) throw new IllegalArgumentException(
			"Expected the name of a file without a folder but got \"" + fileName +
				"\".");
		if (Files.isDirectory(target)) throw new CannotWrite(
			"Expected to save a file as " + target +
				" but there is a folder of that name; try another prefix.");
		final Path staged = staging.resolve(Integer.toString(stagedByTarget
			.size()));
		stagedByTarget.put(target, staged);
		return staged;
	}

	/**
	 * The place where a folder of this name is to be filled. A folder that is
	 * there already is never replaced: it may hold more than what was saved.
	 */
	Path stageFolder(final String name) throws IOException {
		if (Files.exists(folder.resolve(name))) throw new CannotWrite(
			"Expected to save a folder as " + folder.resolve(name) +
				" but there is one of that name; try another name, or remove it first.");
		return Files.createDirectory(stage(name));
	}

	/**
	 * The staged files as they are now, in the order of staging; those of a
	 * folder by their names in it.
	 */
	List<SavedFile> describe() throws IOException {
		final List<SavedFile> described = new ArrayList<>();
		for (final Map.Entry<Path, Path> entry : stagedByTarget.entrySet()) {
			final String name = entry.getKey().getFileName().toString();
			final Path staged = entry.getValue();
			if (Files.isRegularFile(staged)) described.add(SavedFile.of(name,
				staged));
			else if (Files.isDirectory(staged)) for (final Path file : filesIn(
				staged))
				described.add(SavedFile.of(name + "/" + staged.relativize(file)
					.toString().replace('\\', '/'), file));
		}
		return described;
	}

	private static List<Path> filesIn(final Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).sorted().toList();
		}
	}

	/** What to tell the user when writing a staged file has failed. */
	CannotWrite failure(final String fileName, final IOException cause) {
		return new CannotWrite("Expected to write " + folder.resolve(fileName) +
			" but " + reason(cause) +
			"; try another folder, or free space there. Nothing was saved.", cause);
	}

	/**
	 * Moves all files to their places.
	 *
	 * @return the absolute paths, in the order of staging
	 * @throws CannotWrite if a file can't be moved
	 */
	List<Path> commit(final Consumer<Path> onSaved) {
		final List<Path> added = new ArrayList<>();
		try {
			for (final Map.Entry<Path, Path> entry : stagedByTarget.entrySet()) {
				final boolean isNew = Files.notExists(entry.getKey());
				move(entry.getValue(), entry.getKey());
				if (isNew) added.add(entry.getKey());
			}
		}
		catch (final IOException e) {
			final CannotWrite failure = new CannotWrite("Expected to move files to " +
				folder + " but " + reason(e) + "; try another folder.", e);
			added.forEach(file -> delete(file, failure));
			throw failure;
		}
		final List<Path> saved = List.copyOf(stagedByTarget.keySet());
		saved.forEach(onSaved);
		return saved;
	}

	private static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Removes what was not moved. */
	@Override
	public void close() {
		final CannotWrite failure = new CannotWrite("Expected to remove " +
			staging + " but it can't be removed; try by hand.");
		stagedByTarget.values().forEach(file -> delete(file, failure));
		delete(staging, failure);
		if (failure.getSuppressed().length > 0) throw failure;
	}

	private static void delete(final Path file, final CannotWrite failure) {
		if (!Files.exists(file)) return;
		try (Stream<Path> all = Files.walk(file)) {
			for (final Path each : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(each);
		}
		catch (final IOException e) {
			failure.addSuppressed(e);
		}
	}

	private static String reason(final Exception e) {
		if (e instanceof AccessDeniedException) return "permission is denied";
		if (e instanceof ReadOnlyFileSystemException)
			return "the file system is read-only";
		if (e instanceof NoSuchFileException || e instanceof NotDirectoryException)
			return "it is no longer there";
		final String reason = e instanceof FileSystemException
			? ((FileSystemException) e).getReason() : e.getMessage();
		return "this failed: " + (reason == null ? e.getClass().getSimpleName()
			: reason);
	}
}
