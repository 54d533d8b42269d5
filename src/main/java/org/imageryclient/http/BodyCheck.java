// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.CorruptData;
import org.imageryclient.Unsupported;

/** Whether a body is all that the header promised and the call asked for. */
final class BodyCheck {

	/** RFC 9110 §14.4. */
	private static final Pattern CONTENT_RANGE = Pattern.compile(
		"bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

	/** What is read in vain where a server knows no ranges. */
	private static final long LONGEST_PREFIX = 256L << 20;

	private BodyCheck() {}

	/**
	 * @return the reply; of one to a range call the body is that range, or as
	 *         much of it as the object has
	 * @throws TransientFailure if bytes are missing
	 * @throws CorruptData if the body is longer than the call allows
	 */
	static HttpReply check(final HttpCall call, final HttpReply reply) {
		if (!reply.isSuccess() || call.method().equals("HEAD")) return reply;
		final long announced = announced(reply);
		if (call.range().isPresent()) return withRange(call, reply, announced);
		if (Math.max(announced, reply.body().length) > call.atMost())
			throw new CorruptData("Expected at most " + call.atMost() +
				" bytes but there are " + (announced < 0 ? "more" : announced) +
				" at " + call.shownAddress() + ".");
		if (announced >= 0 && reply.body().length < announced) throw shortBody(reply
			.body().length, announced);
		return reply;
	}

	private static HttpReply withRange(final HttpCall call, final HttpReply reply,
		final long announced)
	{
		final ByteRange range = call.range().get();
		if (reply.header("Content-Encoding").filter(e -> !e.isBlank() && !e
			.equalsIgnoreCase("identity")).isPresent()) throw new Unsupported(
				"Expected plain bytes in answer to a range request but the content encoding was " +
					reply.header("Content-Encoding").get() + " at " + call
						.shownAddress() + "; store this object without content encoding.");
		return reply.status() == 206 ? partial(range, reply) : cut(call, range,
			reply, announced);
	}

	private static HttpReply partial(final ByteRange range,
		final HttpReply reply)
	{
		final String header = reply.header("Content-Range").orElse("none");
		final Matcher m = CONTENT_RANGE.matcher(header);
		if (!m.matches()) throw new TransientFailure(
			"the answer to a range request had Content-Range " + header);
		final long first = Long.parseLong(m.group(1));
		final long last = Long.parseLong(m.group(2));
		final long end = m.group(3).equals("*") ? Long.MAX_VALUE : Long.parseLong(m
			.group(3));
		final boolean whole = last == Math.min(range.end(), end) - 1 ||
			end == Long.MAX_VALUE && last < range.end();
		if (first != range.offset() || !whole) throw new TransientFailure(
			"the server sent " + header + " instead of " + range.header());
		if (reply.body().length != last - first + 1) throw shortBody(reply
			.body().length, last - first + 1);
		return reply;
	}

	private static HttpReply cut(final HttpCall call, final ByteRange range,
		final HttpReply reply, final long announced)
	{
		if (range.end() > LONGEST_PREFIX) throw new Unsupported(
			"Expected a server that answers range requests but it sends whole objects at " +
				call.shownAddress() + "; use another copy of the data.");
		final long expected = Math.min(announced, range.end());
		if (reply.body().length < expected) throw shortBody(reply.body().length,
			expected);
		final int from = (int) Math.min(range.offset(), reply.body().length);
		final int to = (int) Math.min(range.end(), reply.body().length);
		return new HttpReply(reply.status(), reply.address(), reply.headers(),
			Arrays.copyOfRange(reply.body(), from, to), reply.tokenSent());
	}

	private static long announced(final HttpReply reply) {
		final String header = reply.header("Content-Length").orElse("");
		return header.matches("\\d{1,18}") ? Long.parseLong(header) : -1;
	}

	private static TransientFailure shortBody(final long was,
		final long expected)
	{
		return new TransientFailure("the body was short: " + was + " of " +
			expected + " bytes");
	}
}
