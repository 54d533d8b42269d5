// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.auth;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.CannotWrite;

/**
 * The token files that the Python clients share: JSON objects with a member
 * {@code token}, one per server, in {@code ~/.cloudvolume/secrets} or where
 * {@code CLOUD_VOLUME_DIR} says.
 * <p>
 * Follows reference/formats.md §7.3: {@code HOST-cave-secret.json} first, then
 * {@code cave-secret.json}, then the old {@code chunkedgraph-secret.json}.
 * </p>
 */
public final class TokenFiles {

	private static final String SUFFIX = "cave-secret.json";

	private static final List<String> SHARED = List.of(SUFFIX,
		"chunkedgraph-secret.json");

	/** Where caveclient keeps which server knows a datastack. */
	private static final String SERVERS = "cave_datastack_to_server_map.json";

	private final Path folder;

	public TokenFiles(final Path folder) {
		this.folder = folder;
	}

	/**
	 * The folder that the Python clients use.
	 *
	 * @param environment such as {@code System.getenv()}
	 * @param home the user's home folder
	 */
	public static TokenFiles standard(final Map<String, String> environment,
		final Path home)
	{
		final String override = environment.getOrDefault("CLOUD_VOLUME_DIR", "");
		final Path base = override.isBlank() ? home.resolve(".cloudvolume") : Path
			.of(override.replaceFirst("^~(?=/|$)", home.toString().replace("\\",
				"\\\\")));
		return new TokenFiles(base.resolve("secrets"));
	}

	/**
	 * The file of one server alone.
	 *
	 * @param server host, with the port where it is not the scheme's own
	 */
	public Path fileOf(final String server) {
		if (!server.matches("[A-Za-z0-9.\\-\\[\\]:_]+"))
			throw new IllegalArgumentException(
				"Expected the name of a server but got \"" + server + "\".");
		return folder.resolve(server + "-" + SUFFIX);
	}

	/** The files that hold one token for all servers, in their order. */
	public List<Path> sharedFiles() {
		return SHARED.stream().map(folder::resolve).toList();
	}

	/**
	 * The server of a datastack, where a Python client has noted one. It is but a
	 * hint: a file that can't be read has none. Source: caveclient,
	 * {@code datastack_lookup.py}.
	 */
	Optional<URI> serverOf(final String datastack) {
		try {
			return load(folder.resolve(SERVERS)).map(servers -> servers.get(
				datastack)).filter(JsonElement::isJsonPrimitive).map(
					JsonElement::getAsString).filter(server -> server.matches(
						"https?://[^/\\s@]+/?")).map(URI::create);
		}
		catch (final IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/**
	 * The token in a file, or nothing if there is no such file.
	 *
	 * @throws IllegalArgumentException if the file holds no token; names it and
	 *           the remedy, never what is in it
	 */
	public Optional<Token> read(final Path file) {
		return load(file).map(content -> {
			final JsonElement token = content.get("token");
			if (token == null || !token.isJsonPrimitive()) throw broken(file,
				"has no member \"token\"", null);
			return Token.of(token.getAsString());
		});
	}

	/**
	 * Keeps the token of a server: in the server's own file, and as the one for
	 * all servers where there is none yet, or where that was this server's
	 * earlier one. Nobody else's token is lost.
	 *
	 * @throws IllegalArgumentException if what is there is no token file
	 * @throws CannotWrite if a file can't be written
	 */
	public void save(final URI server, final Token token) {
		final Path own = fileOf(Credentials.name(server));
		final Path shared = sharedFiles().get(0);
		final Optional<Token> forAll = read(shared);
		final boolean isShared = forAll.isEmpty() || forAll.equals(read(own));
		write(own, token);
		if (isShared) write(shared, token);
	}

	/**
	 * Puts a token into a file, and keeps its other members. The file is replaced
	 * at once, never half written, and only its owner may read it.
	 *
	 * @throws IllegalArgumentException if what is there is no token file
	 * @throws CannotWrite if it can't be written
	 */
	public void write(final Path file, final Token token) {
		final JsonObject content = load(file).orElseGet(JsonObject::new);
		content.addProperty("token", token.reveal());
		final String json = new GsonBuilder().setPrettyPrinting()
			.disableHtmlEscaping().create().toJson(content);
		try {
			makePrivateFolder();
			final Path fresh = Files.createTempFile(folder, ".token", ".tmp");
			try {
				Files.writeString(fresh, json + "\n");
				Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
			}
			finally {
				Files.deleteIfExists(fresh);
			}
		}
		catch (final IOException e) {
			throw new CannotWrite("Expected to write the token file " + file +
				" but could not: " + e.getClass().getSimpleName() +
				"; check that the folder can be written.", e);
		}
	}

	private void makePrivateFolder() throws IOException {
		if (Files.isDirectory(folder)) return;
		final boolean posix = folder.getFileSystem().supportedFileAttributeViews()
			.contains("posix");
		if (posix) Files.createDirectories(folder, PosixFilePermissions
			.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		else Files.createDirectories(folder);
	}

	private Optional<JsonObject> load(final Path file) {
		try {
			final JsonElement content = JsonParser.parseString(Files.readString(file,
				StandardCharsets.UTF_8));
			if (!content.isJsonObject()) throw broken(file, "is no JSON object",
				null);
			return Optional.of(content.getAsJsonObject());
		}
		catch (final NoSuchFileException e) {
			return Optional.empty();
		}
		catch (final JsonParseException e) {
			// The parser's message quotes the file: it stays out.
			throw broken(file, "is no JSON", null);
		}
		catch (final IOException e) {
			throw broken(file, "can't be read", e);
		}
	}

	private static IllegalArgumentException broken(final Path file,
		final String what, final Exception cause)
	{
		return new IllegalArgumentException(
			"Expected a token file such as {\"token\": \"…\"} but " + file + " " +
				what + "; set the token again, or delete the file.", cause);
	}
}
