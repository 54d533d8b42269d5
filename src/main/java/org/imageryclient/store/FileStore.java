// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.imageryclient.AccessDenied;
import org.imageryclient.Canceled;
import org.imageryclient.CorruptData;
import org.imageryclient.Unavailable;

/**
 * A folder of the file system. An object may be stored plain or under its name
 * with a suffix ({@code .gz .br .zstd .xz .bz2}), as cloud-files writes it; the
 * kind that was found last is tried first, so a read of an object that exists
 * is one open in the steady state.
 */
final class FileStore implements ByteStore {

	/** How much is read before looking whether the thread was interrupted. */
	private static final int STEP = 1 << 18;

	private static final List<Optional<ContentEncoding>> KINDS = kinds();

	private final Path root;
	private final List<String> folder = new ArrayList<>();

	/** A hint only: any value is right, so threads may overwrite each other's. */
	private volatile int lastHit;

	/**
	 * @param folder where keys begin
	 * @param root the folder that no key may leave
	 */
	FileStore(final Path folder, final Path root) {
		this.root = root;
		for (final Path name : root.relativize(folder))
			if (!name.toString().isEmpty()) this.folder.add(name.toString());
	}

	@Override
	public StoredBytes read(final String key, final long atMost) {
		final Path plain = path(key);
		final int first = lastHit;
		for (int i = 0; i < KINDS.size(); i++) {
			final int kind = i == 0 ? first : i <= first ? i - 1 : i;
			final Optional<byte[]> found = readWhole(plain, KINDS.get(kind), atMost);
			if (found.isPresent()) {
				if (kind != first) lastHit = kind;
				return StoredBytes.of(found.get());
			}
		}
		return StoredBytes.ABSENT;
	}

	@Override
	public StoredBytes readRange(final String key, final long offset,
		final int length)
	{
		final Path file = path(key);
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			final long there = Math.max(0, in.length() - offset);
			in.seek(offset);
			return StoredBytes.of(readFully(in, (int) Math.min(there, length), file));
		}
		catch (final IOException e) {
			checkMissing(file, e);
			return StoredBytes.ABSENT;
		}
	}

	@Override
	public String describe(final String key) {
		return KeyPath.follow(folder, key).map(names -> root.resolve(String.join(
			"/", names)).toString()).orElse(folderName() + "/" + key);
	}

	private Optional<byte[]> readWhole(final Path plain,
		final Optional<ContentEncoding> encoding, final long atMost)
	{
		final Path file = encoding.map(e -> plain.resolveSibling(plain
			.getFileName() + e.suffix())).orElse(plain);
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			final long size = in.length();
			if (size > Decoding.longestStored(atMost)) throw new CorruptData(
				"Expected at most " + atMost + " bytes but there are " + size + " at " +
					file + ".");
			final byte[] stored = readFully(in, (int) size, file);
			return Optional.of(decoded(stored, encoding, atMost, file.toString()));
		}
		catch (final IOException e) {
			checkMissing(file, e);
			return Optional.empty();
		}
	}

	private static byte[] decoded(final byte[] stored,
		final Optional<ContentEncoding> encoding, final long atMost,
		final String where)
	{
		return Decoding.decodeUnlabelled(encoding.map(e -> Decoding.decodeLabelled(
			stored, e, atMost, where)).orElse(stored), atMost, where);
	}

	/**
	 * Streams, not channels: a channel copies to a heap array by way of a buffer
	 * outside the heap, which took 2.5 times as long.
	 */
	private static byte[] readFully(final RandomAccessFile in, final int length,
		final Path file) throws IOException
	{
		final byte[] bytes = new byte[length];
		int done = 0;
		while (done < length) {
			if (Thread.currentThread().isInterrupted()) throw new Canceled(
				"Reading " + file + " was canceled.");
			final int count = in.read(bytes, done, Math.min(STEP, length - done));
			if (count < 0) throw new IOException("the file became shorter, " + done +
				" bytes instead of " + length);
			done += count;
		}
		return bytes;
	}

	/**
	 * @throws org.imageryclient.CutoutException unless the error says that there
	 *           is no such file
	 */
	private static void checkMissing(final Path file, final IOException e) {
		// Opening fails alike for what is not there and what may not be read.
		if (Files.notExists(file) || isMissing(file)) return;
		if (!Files.isReadable(file)) throw new AccessDenied(
			"Expected a file that may be read but permission was denied at " + file +
				"; try to change its permissions.", e);
		throw new Unavailable("Expected to read " + file + " but failed: " + e
			.getMessage() + "; check the disk, and try again.", e);
	}

	/** A folder, or a name below something that is none. */
	private static boolean isMissing(final Path file) {
		if (Files.exists(file)) return Files.isDirectory(file);
		Path above = file.getParent();
		while (above != null && !Files.exists(above))
			above = above.getParent();
		return above == null || !Files.isDirectory(above) || Files.isExecutable(
			above);
	}

	private Path path(final String key) {
		final List<String> names = KeyPath.follow(folder, key).orElseThrow(
			() -> leaves(key));
		try {
			final Path path = root.resolve(String.join("/", names)).normalize();
			if (names.isEmpty() || !path.startsWith(root)) throw leaves(key);
			return path;
		}
		catch (final InvalidPathException e) {
			throw new CorruptData("Expected a key that can be a file name but \"" +
				key + "\" can't (" + e.getReason() + ") in " + folderName() + ".", e);
		}
	}

	private CorruptData leaves(final String key) {
		return new CorruptData("Expected a key inside " + root + " but \"" + key +
			"\" leads out of it, from " + folderName() +
			"; a volume may use its own folder and those beside it.");
	}

	private String folderName() {
		return root.resolve(String.join("/", folder)).toString();
	}

	private static List<Optional<ContentEncoding>> kinds() {
		final List<Optional<ContentEncoding>> kinds = new ArrayList<>();
		kinds.add(Optional.empty());
		for (final ContentEncoding encoding : ContentEncoding.values())
			kinds.add(Optional.of(encoding));
		return List.copyOf(kinds);
	}
}
