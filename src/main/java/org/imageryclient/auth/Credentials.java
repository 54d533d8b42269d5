// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.auth;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens of a session: those given in code or in a dialog, then those in
 * {@link TokenFiles}. A token belongs to one CAVE server; the servers that this
 * one's records name share it, and nobody else gets it (ruling 33 of
 * doc/parity.md). The token for all is for servers that the user or a record
 * names: one that only a link names needs a token of its own.
 */
public final class Credentials implements TokenSource {

	private final Optional<TokenFiles> files;
	private final Map<String, Token> given = new ConcurrentHashMap<>();
	private final Map<String, String> owners = new ConcurrentHashMap<>();
	private final Set<String> linked = ConcurrentHashMap.newKeySet();
	private final Set<String> trusted = ConcurrentHashMap.newKeySet();

	/** The tokens in files, and those that will be given. */
	public Credentials(final TokenFiles files) {
		this(Optional.of(files));
	}

	private Credentials(final Optional<TokenFiles> files) {
		this.files = files;
	}

	/** No tokens but those that will be given. */
	public static Credentials none() {
		return new Credentials(Optional.empty());
	}

	/** Uses a token for one server, for as long as this session lives. */
	public void give(final URI server, final Token token) {
		given.put(name(server), token);
	}

	/**
	 * Lets {@code other} get the token of {@code owner} where it has none of its
	 * own, and the token for all: the record of a datastack on {@code owner}
	 * names it.
	 */
	public void share(final URI owner, final URI other) {
		// Whoever is doubted can't vouch for others.
		if (isDoubted(owner)) return;
		trust(other);
		if (!name(owner).equals(name(other))) owners.put(name(other), name(owner));
	}

	/** Lets a server get the token for all, whatever links name it. */
	public void trust(final URI server) {
		trusted.add(name(server));
	}

	@Override
	public void doubt(final String address) {
		linked.add(address.toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether nobody but a link has named the server. Who has been sent a token
	 * is doubted no more.
	 */
	public boolean isDoubted(final URI server) {
		// However the address is read, and at whatever port, this is its server.
		final String host = server.getHost().toLowerCase(Locale.ROOT);
		return !trusted.contains(name(server)) && linked.stream().anyMatch(
			address -> address.contains(host));
	}

	@Override
	public String advice(final URI address) {
		return isDoubted(address) ? "The link names " + name(address) +
			", which has no token of its own; if you trust it, run Set CAVE Token with this server. "
			: "";
	}

	@Override
	public Optional<Token> tokenFor(final URI address) {
		final String server = name(address);
		final Optional<Token> token = own(server).or(() -> Optional.ofNullable(
			owners.get(server)).flatMap(this::own)).or(() -> files.flatMap(
				f -> sharedFiles(f, address).stream().flatMap(file -> f.read(file)
					.stream()).findFirst()));
		if (token.isPresent()) trust(address);
		return token;
	}

	/**
	 * Where {@link #tokenFor} finds the token for an address, for the user to
	 * read; nothing where it finds none.
	 *
	 * @throws IllegalArgumentException if a token file can't be read; names it
	 */
	public Optional<String> placeOf(final URI address) {
		final String server = name(address);
		return placeOfOwn(server).or(() -> Optional.ofNullable(owners.get(server))
			.flatMap(this::placeOfOwn)).or(() -> files.flatMap(f -> sharedFiles(f,
				address).stream().filter(file -> f.read(file).isPresent()).findFirst()
				.map(Path::toString)));
	}

	private Optional<String> placeOfOwn(final String server) {
		if (given.containsKey(server)) return Optional.of(
			"set in this session for " + server);
		return files.filter(f -> f.read(f.fileOf(server)).isPresent()).map(f -> f
			.fileOf(server).toString());
	}

	@Override
	public List<String> placesFor(final URI address) {
		final String server = name(address);
		final List<String> places = new ArrayList<>();
		places.add("the token set in this session for " + server);
		files.ifPresent(f -> {
			places.add(f.fileOf(server).toString());
			final String owner = owners.get(server);
			if (owner != null) places.add(f.fileOf(owner).toString());
			for (final Path shared : sharedFiles(f, address))
				places.add(shared.toString());
		});
		return List.copyOf(places);
	}

	private List<Path> sharedFiles(final TokenFiles all, final URI address) {
		return isDoubted(address) ? List.of() : all.sharedFiles();
	}

	/**
	 * The server on which the user's Python clients last found a datastack; no
	 * network.
	 */
	public Optional<URI> serverOf(final String datastack) {
		return files.flatMap(f -> f.serverOf(datastack));
	}

	private Optional<Token> own(final String server) {
		final Token token = given.get(server);
		return token != null ? Optional.of(token) : files.flatMap(f -> f.read(f
			.fileOf(server)));
	}

	/**
	 * The name of a server as the token files spell it: host[:port].
	 *
	 * @throws IllegalArgumentException if the address names no host
	 */
	static String name(final URI address) {
		if (address.getHost() == null) throw new IllegalArgumentException(
			"Expected the address of a server, such as https://global.daf-apis.com, but got \"" +
				address + "\".");
		final String host = address.getHost().toLowerCase(Locale.ROOT);
		return address.getPort() < 0 ? host : host + ":" + address.getPort();
	}
}
