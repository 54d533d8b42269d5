// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.cave.InfoService;
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
		return client(name, session).build();
	}

	/** The same, to be told more. No network. */
	public ImageryClientBuilder client(final String name,
		final ReadSession session)
	{
		return ImageryClient.builder(session).datastack(match(name).group(1),
			serverOf(name, session));
	}

	/** The server that is asked for such a datastack. No network. */
	public URI serverOf(final String name, final ReadSession session) {
		final Matcher m = match(name);
		return Optional.ofNullable(m.group(2)).map(s -> URI.create(s.contains("://")
			? s : "https://" + s)).orElseGet(() -> session.credentials().serverOf(m
				.group(1)).orElse(InfoService.GLOBAL_SERVER));
	}

	private Matcher match(final String name) {
		final Matcher m = NAME.matcher(name);
		if (!m.matches()) throw new IllegalArgumentException("Expected " +
			accepts() + " but got \"" + name + "\".");
		return m;
	}
}
