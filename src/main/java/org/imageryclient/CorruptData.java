// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

/**
 * What was read breaks its own format: an {@code info} file, a chunk, a shard
 * index. Remedy: report the key and the offset that the message names to those
 * who publish the data.
 */
public final class CorruptData extends CutoutException {

	private static final long serialVersionUID = 1L;

	public CorruptData(final String message) {
		this(message, null);
	}

	public CorruptData(final String message, final Throwable cause) {
		super(message, cause);
	}
}
