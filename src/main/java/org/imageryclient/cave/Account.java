// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cave;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imageryclient.http.HttpCall;
import org.imageryclient.http.HttpReply;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.json.JsonCursor;

/**
 * Whose token it is, and what it opens.
 *
 * @param user the name of the user, where the server tells it
 * @param datastacks that the user may see
 * @param termsToAccept the names of terms of service that the user has not
 *          accepted yet; what needs them is closed until then
 */
public record Account(Optional<String> user, List<String> datastacks,
	List<String> termsToAccept)
{

	public Account {
		datastacks = List.copyOf(datastacks);
		termsToAccept = List.copyOf(termsToAccept);
	}

	/**
	 * Asks a CAVE server about the user of the transport's token: a GET of
	 * {@code auth/api/v1/user/cache} and one of the list of datastacks. Source:
	 * middle_auth 2.30; reference/formats.md §7.4.
	 *
	 * @throws org.imageryclient.AccessDenied if the token is not valid; names the
	 *           page where to find one
	 * @throws org.imageryclient.SourceNotFound if this is no CAVE server
	 */
	public static Account read(final URI server, final HttpTransport transport) {
		final InfoService info = new InfoService(server, transport);
		final Optional<JsonCursor> user = user(server, transport);
		return new Account(user.flatMap(u -> text(u, "name")), info.datastacks(),
			user.flatMap(u -> u.find("missing_tos")).map(JsonCursor::elements).orElse(
				List.of()).stream().map(Account::termsName).distinct().toList());
	}

	/** Not each deployment has the service at this address: nothing then. */
	private static Optional<JsonCursor> user(final URI server,
		final HttpTransport transport)
	{
		final URI address = InfoService.below(server, "auth/api/v1/user/cache");
		final HttpReply reply = transport.send(HttpCall.get(address).withToken(true)
			.withAtMost(InfoService.MOST_BYTES));
		return reply.isSuccess() ? Optional.of(JsonCursor.parse(InfoService.text(
			reply), address.toString())) : Optional.empty();
	}

	private static String termsName(final JsonCursor terms) {
		if (!terms.isObject()) return terms.toJson();
		return text(terms, "tos_name").or(() -> text(terms, "dataset_name")).orElse(
			terms.toJson());
	}

	private static Optional<String> text(final JsonCursor object,
		final String member)
	{
		return object.find(member).filter(JsonCursor::isString).map(
			JsonCursor::asString).filter(s -> !s.isBlank());
	}

	/** In words: {@code "Vera opens minnie65_public"}. */
	@Override
	public String toString() {
		final String who = user.map(name -> "The token is " + name + "'s. ").orElse(
			"");
		final String what = datastacks.isEmpty()
			? "It opens no datastack yet: ask for permission." : "It opens " + String
				.join(", ", datastacks) + ".";
		return who + what + (termsToAccept.isEmpty() ? ""
			: " Not accepted yet are the terms of service " + termsToAccept.stream()
				.map(t -> "\"" + t + "\"").collect(Collectors.joining(", ")) +
				": whoever opens what needs them is told on which page.");
	}
}
