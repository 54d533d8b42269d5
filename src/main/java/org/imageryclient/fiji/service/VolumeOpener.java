// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.ImageryClientBuilder;
import org.imageryclient.volume.ReadSession;
import org.imageryclient.volume.Volume;
import org.scijava.Priority;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Plugin;

/**
 * Opens one volume by its address: as imagery or as segmentation, as its
 * {@code info} says.
 */
@Plugin(type = SourceOpener.class, priority = Priority.LOW)
public class VolumeOpener extends AbstractHandlerPlugin<String> implements
	SourceOpener
{

	@Override
	public String accepts() {
		return "the address of a volume, such as precomputed://gs://bucket/path";
	}

	/** A single word is an address only if a folder has that name. */
	@Override
	public boolean supports(final String name) {
		if (name.matches("(?s)[^@]*[/\\\\|:].*")) return true;
		try {
			return !name.isBlank() && Files.isDirectory(Path.of(name.trim()));
		}
		catch (final InvalidPathException e) {
			return false;
		}
	}

	@Override
	public ImageryClient open(final String name, final ReadSession session) {
		final Volume<?> volume = Volume.open(name, session);
		final ImageryClientBuilder client = ImageryClient.builder(session);
		return (volume.isSegmentation() ? client.segmentationSource(name) : client
			.imageSource(name)).build();
	}
}
