// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

	private static final URI GLOBAL = URI.create("https://global.example.org");
	private static final URI LOCAL = URI.create(
		"https://local.example.org/segmentation/table/t");
	private static final URI STRANGER = URI.create(
		"https://stranger.example.org");

	@TempDir
	Path home;

	@Test
	void tokenFor_prefersTheSessionThenTheServersFileThenTheOwnersThenTheShared()
		throws IOException
	{
		final Credentials credentials = credentials();
		secret("chunkedgraph-secret.json", "oldest");
		assertEquals("oldest", found(credentials, LOCAL));
		secret("cave-secret.json", "shared");
		assertEquals("shared", found(credentials, LOCAL));
		secret("global.example.org-cave-secret.json", "global");
		assertEquals("shared", found(credentials, LOCAL));
		credentials.share(GLOBAL, LOCAL);
		assertEquals("global", found(credentials, LOCAL));
		secret("local.example.org-cave-secret.json", "local");
		assertEquals("local", found(credentials, LOCAL));
		credentials.give(LOCAL, Token.of("given"));
		assertEquals("given", found(credentials, LOCAL));
	}

	@Test
	void tokenFor_givesATokenOfOneServerToNoOther() throws IOException {
		final Credentials credentials = credentials();
		credentials.give(GLOBAL, Token.of("given"));
		secret("local.example.org-cave-secret.json", "local");
		credentials.share(GLOBAL, LOCAL);

		assertEquals(Optional.empty(), credentials.tokenFor(STRANGER));
		assertEquals(Optional.empty(), credentials.tokenFor(URI.create(
			"https://global.example.org:8443")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "graphene://https://stranger.example.org/t",
		"graphene://middleauth+https://Stranger.Example.ORG:443/t",
		"https://stranger.example.org:0443", "stack@stranger.example.org" })
	void tokenForAll_isNotForAServerThatALinkNames(final String address)
		throws IOException
	{
		secret("cave-secret.json", "shared");
		final Credentials credentials = credentials();
		credentials.doubt(address);

		assertEquals(Optional.empty(), credentials.tokenFor(STRANGER));
		assertEquals(Optional.empty(), credentials.placeOf(STRANGER));
		assertTrue(credentials.placesFor(STRANGER).stream().noneMatch(place -> place
			.endsWith("/cave-secret.json")));
		assertTrue(credentials.advice(STRANGER).contains("stranger.example.org"));
		assertEquals("shared", found(credentials, LOCAL));
		assertEquals("", credentials.advice(LOCAL));
	}

	@Test
	void tokenForAll_isForAServerThatHadItBeforeALinkNamedIt()
		throws IOException
	{
		secret("cave-secret.json", "shared");
		final Credentials credentials = credentials();
		credentials.tokenFor(STRANGER);
		credentials.doubt(STRANGER.toString());

		assertEquals("shared", found(credentials, STRANGER));
	}

	@Test
	void tokenForAll_isNotForAServerThatWasAskedAboutBeforeThereWasOne()
		throws IOException
	{
		final Credentials credentials = credentials();
		credentials.tokenFor(STRANGER);
		credentials.doubt(STRANGER.toString());
		secret("cave-secret.json", "shared");

		assertEquals(Optional.empty(), credentials.tokenFor(STRANGER));
	}

	@Test
	void tokenForAll_isForDoubtedServersThatARecordNames() throws IOException {
		secret("cave-secret.json", "shared");
		final Credentials credentials = credentials();
		credentials.doubt(LOCAL.toString());
		credentials.share(GLOBAL, LOCAL);

		assertEquals("shared", found(credentials, LOCAL));
	}

	@Test
	void tokenForAll_isNotForServersThatADoubtedOneNames() throws IOException {
		secret("cave-secret.json", "shared");
		final Credentials credentials = credentials();
		credentials.doubt(STRANGER.toString());
		credentials.doubt(LOCAL.toString());
		credentials.share(STRANGER, LOCAL);

		assertEquals(Optional.empty(), credentials.tokenFor(LOCAL));
	}

	@Test
	void placesFor_namesEveryFileAndNoToken() {
		final Credentials credentials = credentials();
		credentials.give(GLOBAL, Token.of("hush"));
		credentials.share(GLOBAL, LOCAL);

		final List<String> places = credentials.placesFor(LOCAL);

		final String secrets = home.resolve(".cloudvolume/secrets").toString();
		assertEquals(List.of("the token set in this session for local.example.org",
			secrets + "/local.example.org-cave-secret.json", secrets +
				"/global.example.org-cave-secret.json", secrets + "/cave-secret.json",
			secrets + "/chunkedgraph-secret.json"), places);
	}

	@Test
	void standard_followsTheOverrideOfThePythonClients() {
		final Map<String, String> environment = Map.of("CLOUD_VOLUME_DIR", home
			.resolve("elsewhere").toString());
		assertEquals(home.resolve("elsewhere/secrets/cave-secret.json"), TokenFiles
			.standard(environment, home).sharedFiles().get(0));
	}

	@Test
	void read_takesAnAllDigitToken() throws IOException {
		final Path file = secret("cave-secret.json", null);
		Files.writeString(file, "{\"token\": 12345678901234567890}");
		assertEquals("12345678901234567890", files().read(file).orElseThrow()
			.reveal());
	}

	@Test
	void read_namesABrokenFileAndNotItsContent() throws IOException {
		final Path file = secret("cave-secret.json", null);
		for (final String content : List.of("hush", "[\"hush\"]",
			"{\"tokens\": \"hush\"}", "{\"token\": \"hush", ""))
		{
			Files.writeString(file, content);
			final Exception e = assertThrows(IllegalArgumentException.class,
				() -> files().read(file));
			assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
			assertFalse(e.toString().contains("hush"), e.getMessage());
		}
	}

	@Test
	void write_isPrivateKeepsOtherMembersAndLeavesNothingElse()
		throws IOException
	{
		final TokenFiles files = files();
		final Path file = files.fileOf("local.example.org");
		files.write(file, Token.of("first"));
		Files.writeString(file,
			"{\"user\": {\"id\": 18446744073709551615}, \"token\": \"first\"}");
		files.write(file, Token.of("second"));

		assertEquals("second", files.read(file).orElseThrow().reveal());
		assertTrue(Files.readString(file).contains("18446744073709551615"));
		assertEquals("rw-------", PosixFilePermissions.toString(Files
			.getPosixFilePermissions(file)));
		assertEquals("rwx------", PosixFilePermissions.toString(Files
			.getPosixFilePermissions(file.getParent())));
		try (Stream<Path> all = Files.list(file.getParent())) {
			assertEquals(List.of(file), all.toList());
		}
	}

	@Test
	void save_keepsTheTokenForAllThatIsOfAnotherServer() throws IOException {
		secret("cave-secret.json", "of_another");
		files().save(GLOBAL, Token.of("first"));

		assertEquals("first", found(credentials(), GLOBAL));
		assertEquals("of_another", files().read(home.resolve(
			".cloudvolume/secrets/cave-secret.json")).orElseThrow().reveal());
	}

	@Test
	void save_replacesTheTokenForAllThatIsTheServersOwn() throws IOException {
		files().save(GLOBAL, Token.of("first"));
		files().save(GLOBAL, Token.of("second"));

		assertEquals("second", files().read(home.resolve(
			".cloudvolume/secrets/cave-secret.json")).orElseThrow().reveal());
	}

	@Test
	void serverOf_isAHintThatMayBeBroken() throws IOException {
		final Path map = secret("cave_datastack_to_server_map.json", null);
		assertEquals(Optional.empty(), credentials().serverOf("stack"));
		Files.writeString(map, "{\"stack\": \"https://global.example.org\"," +
			"\"odd\": \"file:///etc\", \"none\": null}");
		assertEquals(Optional.of(GLOBAL), credentials().serverOf("stack"));
		assertEquals(Optional.empty(), credentials().serverOf("odd"));
		assertEquals(Optional.empty(), credentials().serverOf("none"));
		Files.writeString(map, "{");
		assertEquals(Optional.empty(), credentials().serverOf("stack"));
	}

	@Test
	void give_refusesAnAddressWithoutAHost() {
		final Exception e = assertThrows(IllegalArgumentException.class,
			() -> credentials().give(URI.create("global.example.org"), Token.of(
				"hush")));
		assertTrue(e.getMessage().contains("\"global.example.org\""), e
			.getMessage());
	}

	@Test
	void fileOf_refusesWhatIsNoServer() {
		assertThrows(IllegalArgumentException.class, () -> files().fileOf(
			"../../etc/passwd"));
	}

	private TokenFiles files() {
		return TokenFiles.standard(Map.of(), home);
	}

	private Credentials credentials() {
		return new Credentials(files());
	}

	private static String found(final Credentials credentials,
		final URI address)
	{
		return credentials.tokenFor(address).orElseThrow().reveal();
	}

	private Path secret(final String name, final String token)
		throws IOException
	{
		final Path folder = Files.createDirectories(home.resolve(
			".cloudvolume/secrets"));
		final Path file = folder.resolve(name);
		if (token != null) Files.writeString(file, "{\"token\": \"" + token +
			"\"}");
		return file;
	}
}
