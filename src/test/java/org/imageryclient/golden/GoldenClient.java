// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.util.Optional;
import java.util.function.Function;

import org.imageryclient.auth.Token;
import org.imageryclient.auth.TokenSource;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.ImageryClientBuilder;
import org.imageryclient.geom.Resolution;
import org.imageryclient.volume.ReadSession;

import com.google.gson.JsonElement;

/**
 * The client of a case, made from its keyword arguments when it is first asked
 * for, since some calls need none.
 */
final class GoldenClient implements AutoCloseable {

	private final Function<TokenSource, ReadSession> sessions;
	private final PythonArguments args;
	private Optional<ReadSession> session = Optional.empty();
	private Optional<ImageryClient> client = Optional.empty();

	GoldenClient(final Function<TokenSource, ReadSession> sessions,
		final PythonArguments args)
	{
		this.sessions = sessions;
		this.args = args;
	}

	/** The client; opens its volumes. */
	ImageryClient get() {
		if (client.isEmpty()) {
			session = Optional.of(sessions.apply(tokens()));
			client = Optional.of(build(ImageryClient.builder(session.get())));
		}
		return client.get();
	}

	/** The token of the case is for whoever may get one (ruling 24). */
	private TokenSource tokens() {
		return args.text("auth_token").map(Token::of).<TokenSource> map(
			token -> address -> Optional.of(token)).orElse(TokenSource.NONE);
	}

	/** A precomputed segmentation has no history. */
	private ImageryClient build(final ImageryClientBuilder builder) {
		args.text("image_source").ifPresent(builder::imageSource);
		args.text("segmentation_source").ifPresent(builder::segmentationSource);
		if (!args.flag("imagery", true)) builder.withoutImagery();
		if (!args.flag("segmentation", true)) builder.withoutSegmentation();
		builder.imageMip(RequestArguments.mip(args, "image_mip"));
		builder.segmentationMip(RequestArguments.mip(args, "segmentation_mip"));
		args.value("resolution").ifPresent(r -> frame(builder, r));
		args.ignore("timestamp");
		args.requireAllUsed();
		return builder.build();
	}

	/** Another word, which Java's types do not allow, becomes no numbers. */
	private static void frame(final ImageryClientBuilder builder,
		final JsonElement resolution)
	{
		final boolean isWord = resolution.isJsonPrimitive();
		final String word = isWord ? resolution.getAsString() : "";
		if (word.equals("image")) builder.resolutionOfImage();
		else if (word.equals("segmentation")) builder.resolutionOfSegmentation();
		else builder.resolution(isWord ? Resolution.of() : RequestArguments
			.resolution(resolution));
	}

	@Override
	public void close() {
		session.ifPresent(ReadSession::close);
	}
}
