// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.imageryclient.CorruptData;
import org.imageryclient.Unavailable;
import org.imageryclient.Unsupported;
import org.imageryclient.http.ByteRange;
import org.imageryclient.http.HttpCall;
import org.imageryclient.http.HttpReply;
import org.imageryclient.http.HttpTransport;

/**
 * A folder of a web server or of a bucket. One object is one GET. A 404 is an
 * absent object; what 403 means is in {@link StoredOutcome#FORBIDDEN}.
 */
final class HttpStore implements ByteStore {

	/** Content-Encoding words that change nothing. */
	private static final Set<String> NO_ENCODING = Set.of("identity", "none",
		"binary", "aws-chunked");

	private final HttpTransport transport;
	private final String root;
	private final List<String> folder;
	private final boolean authenticated;

	HttpStore(final HttpTransport transport, final SourceUrl source) {
		this.transport = transport;
		this.root = source.root().toString();
		this.authenticated = source.authenticated();
		final String below = source.address().toString().substring(root.length());
		// These names are encoded already, keys are not yet.
		this.folder = KeyPath.follow(List.of(), below).orElseThrow();
	}

	@Override
	public StoredBytes read(final String key, final long atMost) {
		final HttpCall call = call(key).withHeader("Accept-Encoding", "gzip")
			.withAtMost(Decoding.longestStored(atMost));
		final HttpReply reply = transport.send(call);
		return refusal(reply, call.address()).orElseGet(() -> StoredBytes.of(
			decoded(reply, atMost, call.address().toString())));
	}

	@Override
	public StoredBytes readRange(final String key, final long offset,
		final int length)
	{
		if (length == 0) return StoredBytes.ABSENT;
		final HttpCall call = call(key).withHeader("Accept-Encoding", "identity")
			.withRange(new ByteRange(offset, length)).withAtMost(length);
		final HttpReply reply = transport.send(call);
		return refusal(reply, call.address()).orElseGet(() -> StoredBytes.of(reply
			.body()));
	}

	@Override
	public String describe(final String key) {
		return KeyPath.follow(folder, encoded(key)).map(this::address).orElse(
			address(folder) + "/" + encoded(key));
	}

	private byte[] decoded(final HttpReply reply, final long atMost,
		final String where)
	{
		byte[] bytes = reply.body();
		final List<String> words = new ArrayList<>(List.of(reply.header(
			"Content-Encoding").orElse("").split(",")));
		// They are listed in the order in which they were applied.
		Collections.reverse(words);
		words.removeIf(w -> w.isBlank() || NO_ENCODING.contains(w.strip()
			.toLowerCase(Locale.ROOT)));
		for (final String word : words)
			bytes = Decoding.decodeLabelled(bytes, encoding(word, where), atMost,
				where);
		return Decoding.decodeUnlabelled(bytes, atMost, where);
	}

	private static ContentEncoding encoding(final String word,
		final String where)
	{
		return ContentEncoding.ofWord(word).orElseThrow(() -> new Unsupported(
			"Expected content encoding gzip, br, zstd, xz or bzip2 but was " + word
				.strip() + " at " + where + "."));
	}

	/** What an answer without the object means, or nothing if it is there. */
	private static Optional<StoredBytes> refusal(final HttpReply reply,
		final URI asked)
	{
		switch (reply.status()) {
			case 200, 203, 206:
				return Optional.empty();
			// 416: the object ends before the range begins.
			case 204, 404, 410, 416:
				return Optional.of(StoredBytes.ABSENT);
			case 403:
				return Optional.of(StoredBytes.FORBIDDEN);
			default:
				throw new Unavailable("Expected an object but the server answered " +
					reply.status() + " to " + asked +
					"; this is no error that heals: check the address.");
		}
	}

	private HttpCall call(final String key) {
		final List<String> names = KeyPath.follow(folder, encoded(key)).orElseThrow(
			() -> leaves(key));
		return HttpCall.get(URI.create(address(names))).withToken(authenticated);
	}

	private String address(final List<String> names) {
		return names.isEmpty() ? root : root + "/" + String.join("/", names);
	}

	private static String encoded(final String key) {
		return Arrays.stream(key.split("/")).map(KeyPath::percentEncoded).collect(
			Collectors.joining("/"));
	}

	private CorruptData leaves(final String key) {
		return new CorruptData("Expected a key inside " + root + " but \"" + key +
			"\" leads out of it, from " + address(folder) +
			"; a volume may use its own bucket or host only.");
	}
}
