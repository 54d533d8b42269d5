// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

import org.imageryclient.auth.Token;
import org.imageryclient.cave.InfoService;
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
	private final Optional<PythonArguments> cave;
	private Optional<ReadSession> session = Optional.empty();
	private Optional<ImageryClient> client = Optional.empty();

	GoldenClient(final Supplier<ReadSession> sessions,
		final PythonArguments args)
	{
		this.sessions = sessions;
		this.args = args;
		cave = args.object("cave").map(c -> args.nested("CAVEclient", c));
	}

	/** The client; opens its volumes. */
	ImageryClient get() {
		if (client.isEmpty()) client = Optional.of(build(ImageryClient.builder(
			session())));
		return client.get();
	}

	/** The token that the client was given, or the CAVEclient within it. */
	Optional<Token> token() {
		return args.text("auth_token").or(() -> cave.flatMap(c -> c.text(
			"auth_token"))).map(Token::of);
	}

	/** The info service that a CAVEclient asks. */
	InfoService infoService() {
		cave.orElseThrow().ignore("datastack");
		final URI server = server(cave.orElseThrow());
		token().ifPresent(t -> session().credentials().give(server, t));
		return new InfoService(server, session().stores().transport());
	}

	private ReadSession session() {
		if (session.isEmpty()) session = Optional.of(sessions.get());
		return session.get();
	}

	private static URI server(final PythonArguments cave) {
		return URI.create(cave.text("server_address").orElse(
			InfoService.GLOBAL_SERVER.toString()));
	}

	private ImageryClient build(final ImageryClientBuilder builder) {
		token().ifPresent(builder::token);
		cave.ifPresent(c -> {
			c.ignore("auth_token");
			builder.datastack(c.text("datastack").orElseThrow(), server(c));
		});
		args.text("image_source").ifPresent(builder::imageSource);
		args.text("segmentation_source").ifPresent(builder::segmentationSource);
		if (!args.flag("imagery", true)) builder.withoutImagery();
		if (!args.flag("segmentation", true)) builder.withoutSegmentation();
		builder.imageMip(RequestArguments.mip(args, "image_mip"));
		builder.segmentationMip(RequestArguments.mip(args, "segmentation_mip"));
		args.value("resolution").ifPresent(r -> frame(builder, r));
		RequestArguments.time(args, "timestamp").ifPresent(builder::timestamp);
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

	/**
	 * @throws CaseProblem if the client was made and an argument changed nothing
	 */
	void requireAllUsed() {
		if (client.isPresent()) args.requireAllUsed();
	}

	@Override
	public void close() {
		session.ifPresent(ReadSession::close);
	}
}
