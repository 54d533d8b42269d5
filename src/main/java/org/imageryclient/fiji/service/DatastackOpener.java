// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.ImageryClientBuilder;
import org.imageryclient.volume.ReadSession;
import org.scijava.Priority;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Plugin;

/**
 * Opens a CAVE datastack by its name, with the user's token:
 * {@code minnie65_public} on the server that the Python clients know for it or
 * the global one, {@code name@https://server} on another.
 */
@Plugin(type = SourceOpener.class, priority = Priority.VERY_LOW)
public class DatastackOpener extends AbstractHandlerPlugin<String> implements
	SourceOpener
{

	private static final Pattern NAME = Pattern.compile(
		"\\s*([A-Za-z0-9_.-]+)(?:@((?:https?://)?[^/:@\\s]+(?::\\d+)?)/?)?\\s*");

	@Override
	public String accepts() {
		return "the name of a CAVE datastack, such as minnie65_public or name@https://server";
	}

	@Override
	public boolean supports(final String name) {
		return NAME.matcher(name).matches();
	}

	@Override
	public ImageryClient open(final String name, final ReadSession session) {
		final Matcher m = NAME.matcher(name);
		if (!m.matches()) throw new IllegalArgumentException("Expected " +
			accepts() + " but got \"" + name + "\".");
		final ImageryClientBuilder client = ImageryClient.builder(session);
		final Optional<String> server = Optional.ofNullable(m.group(2));
		return server.map(s -> client.datastack(m.group(1), URI.create(s.contains(
			"://") ? s : "https://" + s))).orElseGet(() -> client.datastack(m.group(
				1))).build();
	}
}
