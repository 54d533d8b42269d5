// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Gathers a body in one array, of the announced length from the start, so that
 * each byte is copied once. Knows when the last bytes came.
 */
final class BodyCollector implements BodySubscriber<BodyCollector> {

	/** A body is allocated in full on the server's word up to this length. */
	private static final int TRUSTED_LENGTH = 64 << 20;

	private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
	private final int limit;
	private byte[] bytes;
	private int length;
	private boolean over;
	private Flow.Subscription subscription;
	private volatile long lastArrivalNanos = System.nanoTime();

	/**
	 * @param announced length of the body, or negative
	 * @param limit bytes after which no more are read
	 */
	BodyCollector(final long announced, final int limit) {
		this.limit = limit;
		final long start = announced < 0 ? 1 << 14 : announced;
		bytes = new byte[(int) Math.min(start, Math.min(limit, TRUSTED_LENGTH))];
	}

	/** Answers as soon as the header is there: the body is awaited apart. */
	@Override
	public CompletionStage<BodyCollector> getBody() {
		return CompletableFuture.completedFuture(this);
	}

	/** The body, or as much of it as the limit allows. */
	CompletableFuture<byte[]> whole() {
		return whole;
	}

	long lastArrivalNanos() {
		return lastArrivalNanos;
	}

	/** Ends the connection if the body is still arriving. */
	void cancel() {
		if (subscription != null) subscription.cancel();
	}

	@Override
	public void onSubscribe(final Flow.Subscription s) {
		subscription = s;
		s.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(final List<ByteBuffer> parts) {
		if (over) return;
		lastArrivalNanos = System.nanoTime();
		for (final ByteBuffer part : parts) {
			final int count = Math.min(part.remaining(), limit - length);
			over |= count < part.remaining();
			ensureRoom(count);
			part.get(bytes, length, count);
			length += count;
		}
		if (over) {
			subscription.cancel();
			onComplete();
		}
	}

	@Override
	public void onError(final Throwable e) {
		whole.completeExceptionally(e);
	}

	@Override
	public void onComplete() {
		whole.complete(length == bytes.length ? bytes : Arrays.copyOf(bytes,
			length));
	}

	private void ensureRoom(final int more) {
		final long needed = (long) length + more;
		if (needed > bytes.length) bytes = Arrays.copyOf(bytes, (int) Math.min(
			limit, Math.max(needed, 2L * bytes.length)));
	}
}
