// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.util.Optional;
import java.util.function.Supplier;

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

	private final Supplier<ReadSession> sessions;
	private final PythonArguments args;
	private Optional<ReadSession> session = Optional.empty();
	private Optional<ImageryClient> client = Optional.empty();

	GoldenClient(final Supplier<ReadSession> sessions,
		final PythonArguments args)
	{
		this.sessions = sessions;
		this.args = args;
	}

	/** The client; opens its volumes. */
	ImageryClient get() {
		if (client.isEmpty()) {
			session = Optional.of(sessions.get());
			client = Optional.of(build(ImageryClient.builder(session.get())));
		}
		return client.get();
	}

	/**
	 * A token is for graphene and CAVE servers and never for a plain bucket
	 * (ruling 24), and a precomputed segmentation has no history: neither changes
	 * these calls.
	 */
	private ImageryClient build(final ImageryClientBuilder builder) {
		args.text("image_source").ifPresent(builder::imageSource);
		args.text("segmentation_source").ifPresent(builder::segmentationSource);
		if (!args.flag("imagery", true)) builder.withoutImagery();
		if (!args.flag("segmentation", true)) builder.withoutSegmentation();
		builder.imageMip(RequestArguments.mip(args, "image_mip"));
		builder.segmentationMip(RequestArguments.mip(args, "segmentation_mip"));
		args.value("resolution").ifPresent(r -> frame(builder, r));
		args.ignore("auth_token", "timestamp");
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
