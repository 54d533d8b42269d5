// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Objects as an object store serves them: by path; {@code .gz} and its like
 * under the plain name with Content-Encoding; ranges of plain objects.
 */
final class ServedFiles {

	private static final Map<String, String> ENCODINGS = encodings();

	private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

	private final Function<String, Optional<byte[]>> contents;

	private ServedFiles(final Function<String, Optional<byte[]>> contents) {
		this.contents = contents;
	}

	static ServedFiles ofFolder(final Path folder) {
		return new ServedFiles(name -> {
			final Path file = folder.resolve(name).normalize();
			try {
				return file.startsWith(folder.normalize()) && Files.isRegularFile(file)
					? Optional.of(Files.readAllBytes(file)) : Optional.empty();
			}
			catch (final IOException e) {
				return Optional.empty();
			}
		});
	}

	/** Names without a slash at their beginning; may change while served. */
	static ServedFiles ofMap(final Map<String, byte[]> map) {
		return new ServedFiles(name -> Optional.ofNullable(map.get(name)));
	}

	Answer answer(final LoggedRequest request, final boolean knowsRanges) {
		final String name = request.path().substring(1);
		for (final Map.Entry<String, String> e : ENCODINGS.entrySet()) {
			final Optional<byte[]> found = contents.apply(name + e.getKey());
			if (found.isEmpty()) continue;
			if (!e.getValue().isEmpty()) return Answer.of(200, found.get()).with(
				"Content-Encoding", e.getValue());
			return plain(request, found.get(), knowsRanges);
		}
		return Answer.of(404, "no such object");
	}

	private static Answer plain(final LoggedRequest request, final byte[] whole,
		final boolean knowsRanges)
	{
		final Matcher range = RANGE.matcher(request.range());
		if (!knowsRanges || !range.matches()) return Answer.of(200, whole);
		final long first = Long.parseLong(range.group(1));
		if (first >= whole.length) return Answer.of(416, new byte[0]).with(
			"Content-Range", "bytes */" + whole.length);
		final long last = range.group(2).isEmpty() ? whole.length - 1L : Math.min(
			whole.length - 1L, Long.parseLong(range.group(2)));
		return Answer.of(206, Arrays.copyOfRange(whole, (int) first, (int) last +
			1)).with("Content-Range", "bytes " + first + "-" + last + "/" +
				whole.length);
	}

	private static Map<String, String> encodings() {
		final Map<String, String> map = new LinkedHashMap<>();
		map.put("", "");
		map.put(".gz", "gzip");
		map.put(".br", "br");
		map.put(".zstd", "zstd");
		map.put(".xz", "xz");
		map.put(".bz2", "bz2");
		return map;
	}
}
