// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.imageryclient.AccessDenied;
import org.imageryclient.SourceNotFound;
import org.imageryclient.auth.Token;
import org.imageryclient.auth.TokenSource;
import org.imageryclient.geom.Resolution;
import org.imageryclient.http.HttpLimits;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.http.RetryPolicy;
import org.imageryclient.testing.RecordedCave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfoServiceTest {

	private static final RetryPolicy HASTY = new RetryPolicy(3, Duration.ZERO,
		Duration.ZERO, Duration.ofSeconds(20));

	private static RecordedCave cave;

	@BeforeAll
	static void start() {
		cave = RecordedCave.start();
	}

	@AfterAll
	static void stop() {
		cave.close();
	}

	@Test
	void datastacks_areThoseThatTheTokenOpens() {
		assertEquals(List.of("realcave_stack", "realcave_file_stack",
			"realcave_public", "realcave_gs_stack"), service(RecordedCave.VIEWER)
				.datastacks());
	}

	@Test
	void datastack_tellsSourcesAndResolution() {
		final DatastackInfo stack = service(RecordedCave.VIEWER).datastack(
			"realcave_stack");

		assertEquals(Optional.of(new Resolution(4, 4, 40)), stack
			.viewerResolution());
		assertTrue(stack.segmentationSource().orElseThrow().startsWith(
			"graphene://"), stack.toString());
		assertTrue(stack.imageSource().orElseThrow().startsWith("precomputed://"),
			stack.toString());
	}

	@Test
	void datastack_thatIsUnknown_isMetWithThoseThereAre() {
		final Exception e = assertThrows(SourceNotFound.class, () -> service(
			RecordedCave.VIEWER).datastack("no_such"));
		assertTrue(e.getMessage().contains("\"no_such\""), e.getMessage());
		assertTrue(e.getMessage().contains("your token opens realcave_stack"), e
			.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "realcave_stak", "Realcave_Stack ", "stack" })
	void datastack_thatIsMistyped_isMetWithCloseMatches(final String name) {
		final Exception e = assertThrows(SourceNotFound.class, () -> service(
			RecordedCave.VIEWER).datastack(name));
		assertTrue(e.getMessage().contains("\"" + name +
			"\"; did you mean realcave_"), e.getMessage());
		assertTrue(e.getMessage().contains("realcave_stack"), e.getMessage());
	}

	/** Known to the service of permissions, but not to the info service. */
	@Test
	void datastack_thatIsGone_isMetWithThoseThereAre() {
		final Exception e = assertThrows(SourceNotFound.class, () -> service(
			RecordedCave.VIEWER).datastack("ghost_stack"));
		assertTrue(e.getMessage().contains("\"ghost_stack\""), e.getMessage());
	}

	@Test
	void datastack_withoutToken_isDeniedAtOnce() {
		final InfoService service = new InfoService(cave.address(),
			new HttpTransport(HttpLimits.DEFAULT, HASTY, TokenSource.NONE));
		final Exception e = assertThrows(AccessDenied.class, () -> service
			.datastack("realcave_stack"));
		assertTrue(e.getMessage().contains("No token was found"), e.getMessage());
	}

	@Test
	void datastacks_ofAServerWithoutTheService_saySo() {
		final InfoService elsewhere = new InfoService(URI.create(cave.url("data")),
			transport(RecordedCave.VIEWER));
		final Exception e = assertThrows(SourceNotFound.class,
			elsewhere::datastacks);
		assertTrue(e.getMessage().contains("/data/info/api/v2/datastacks"), e
			.getMessage());
	}

	private static InfoService service(final String token) {
		return new InfoService(cave.address(), transport(token));
	}

	private static HttpTransport transport(final String token) {
		return new HttpTransport(HttpLimits.DEFAULT, HASTY, address -> Optional.of(
			Token.of(token)));
	}
}
