// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.imageryclient.Program;

/** What has changed between two manifests of one request, for people. */
final class ManifestDifference {

	private final List<String> sentences = new ArrayList<>();

	private ManifestDifference() {}

	static List<String> between(final Manifest then, final Manifest now) {
		final ManifestDifference d = new ManifestDifference();
		if (!then.version().equals(now.version())) d.sentences.add(
			"The manifest was made by " + Program.NAME + " " + then.version() +
				"; this is " + now.version() + ".");
		d.compare("imagery", then.image(), now.image());
		d.compare("segmentation", then.segmentation(), now.segmentation());
		d.compare("segments without a root", then.lookups().failed(), now.lookups()
			.failed(), "supervoxels");
		if (!then.ids().equals(now.ids())) d.sentences.add(then.ids().size() +
			" segments were shown then and " + now.ids().size() +
			" are now, not all of them the same.");
		return List.copyOf(d.sentences);
	}

	private void compare(final String side, final Optional<ManifestSide> then,
		final Optional<ManifestSide> now)
	{
		if (then.isEmpty() || now.isEmpty()) return;
		final ManifestSide a = then.get();
		final ManifestSide b = now.get();
		if (!a.isLike(b)) sentences.add("The " + side + " was " + voxels(a) +
			" then and is " + voxels(b) + " now: the source has changed.");
		compare("chunks of the " + side + " that are not there", a.status()
			.absent(), b.status().absent(), "chunks");
		compare("chunks of the " + side + " that may not be read", a.status()
			.forbidden(), b.status().forbidden(), "chunks");
	}

	private void compare(final String what, final long then, final long now,
		final String unit)
	{
		if (then != now) sentences.add("Then there were " + then + " " + what +
			", now there are " + now + "; voxels of these " + unit + " are zeros.");
	}

	private static String voxels(final ManifestSide side) {
		return side.box() + " in voxels of " + side.resolution() + ", " + side
			.channels() + " x " + side.dataType().word();
	}
}
