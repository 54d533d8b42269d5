// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import java.net.URI;
import java.util.Locale;

import org.imageryclient.Unsupported;

/**
 * The address of a dataset, as people write and paste it:
 *
 * <pre>
 * precomputed://gs://bucket/path          gs://bucket/path/|neuroglancer-precomputed:
 * graphene://middleauth+https://host/segmentation/table/name
 * s3://bucket/path   https://host/path   file:///path   /path   C:\path   ~/path
 * </pre>
 *
 * Follows reference/formats.md §1.2 and §6.1: a bare location is a precomputed
 * one; a trailing slash and a fragment mean nothing; buckets are read through
 * their public https addresses.
 *
 * @param format what is stored there
 * @param authenticated whether the server wants the user's token: {@code
 *          graphene://} and {@code middleauth+}. A plain bucket never gets it.
 * @param address of the folder: file, http or https, without a slash at its end
 * @param root the highest folder that a key with {@code ..} may climb to: the
 *          bucket, the host, or for files the parent folder of the volume
 * @param text as it was given
 */
public record SourceUrl(Format format, boolean authenticated, URI address,
	URI root, String text)
{

	/**
	 * Reads an address. No I/O but a look at the file system for local folders.
	 *
	 * @throws Unsupported if the scheme or the format is none of the known
	 * @throws IllegalArgumentException if it is no address at all
	 */
	public static SourceUrl parse(final String text) {
		return new SourceUrlParser(text).parse();
	}

	/** The same address without the user's token: for what a server names. */
	public SourceUrl anonymous() {
		return new SourceUrl(format, false, address, root, text);
	}

	/** Whether the dataset lies in the local file system. */
	public boolean isFile() {
		return "file".equals(address.getScheme());
	}

	/** The text as it was given, for messages. Holds no secret. */
	@Override
	public String toString() {
		return text;
	}

	/** {@code precomputed} or {@code graphene}. */
	public String formatWord() {
		return format.name().toLowerCase(Locale.ROOT);
	}

	/** What is stored at an address. */
	public enum Format {
			/** A Neuroglancer precomputed volume. */
			PRECOMPUTED,
			/** A segmentation that a PyChunkedGraph server agglomerates. */
			GRAPHENE
	}}
