// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.SourceNotFound;
import org.imageryclient.fiji.service.SourceFormat;
import org.imageryclient.volume.ChunkSource;
import org.janelia.saalfeldlab.n5.N5Exception;
import org.janelia.saalfeldlab.n5.N5Reader;
import org.janelia.saalfeldlab.n5.universe.N5Factory;
import org.janelia.saalfeldlab.n5.universe.StorageFormat;
import org.scijava.plugin.Plugin;

/**
 * N5, Zarr and OME-Zarr images as sources: {@code n5://…} and {@code zarr://…}
 * before a folder or an address, such as
 * {@code zarr://https://server/em.ome.zarr}. The address is that of the image:
 * the group with its metadata, or a single array. Where they are on a server,
 * they are read without a token, and as the N5 library retries.
 */
@Plugin(type = SourceFormat.class)
public final class N5SourceFormat implements SourceFormat {

	private static final Pattern ADDRESS = Pattern.compile(
		"\\s*(n5|zarr|zarr2|zarr3)://(\\S.*?)/*\\s*", Pattern.CASE_INSENSITIVE);

	@Override
	public boolean reads(final String address) {
		return ADDRESS.matcher(address).matches();
	}

	@Override
	public ChunkSource open(final String address) {
		final Matcher parts = ADDRESS.matcher(address);
		if (!parts.matches()) throw new IllegalArgumentException(
			"Expected n5:// or zarr:// before an address but got \"" + address +
				"\".");
		final StorageFormat format = StorageFormat.valueOf(parts.group(1)
			.toUpperCase(Locale.ROOT));
		final String container = parts.group(2);
		final N5Reader n5;
		try {
			n5 = new N5Factory().openReader(format, container);
		}
		catch (final N5Exception e) {
			throw new SourceNotFound("Expected an image of " + parts.group(1) +
				" at " + container + " but there is none: " + e.getMessage() +
				"; try to correct the address.", e);
		}
		return N5Source.open(n5, address.trim(), container.matches(
			"(?i)(https?|s3|gs)://.*"));
	}
}
