// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cave;

import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.imageryclient.SourceNotFound;
import org.imageryclient.http.HttpCall;
import org.imageryclient.http.HttpReply;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.json.JsonCursor;

/**
 * Whose token it is, and what it opens.
 *
 * @param user the name of the user, where the server tells it
 * @param datastacks that the user may see
 * @param permissions such as {@code view} and {@code edit}, by the dataset that
 *          they are for, in alphabetical order; several datastacks may share a
 *          dataset
 * @param termsToAccept the names of terms of service that the user has not
 *          accepted yet; what needs them is closed until then
 */
public record Account(Optional<String> user, List<String> datastacks,
	Map<String, List<String>> permissions, List<String> termsToAccept)
{

	public Account {
		datastacks = List.copyOf(datastacks);
		permissions = Collections.unmodifiableMap(new TreeMap<>(permissions));
		termsToAccept = List.copyOf(termsToAccept);
	}

	/**
	 * Asks a CAVE server about the user of the transport's token: a GET of
	 * {@code auth/api/v1/user/cache} and one of the list of datastacks, or where
	 * there is none of {@code auth_info}. Source: middle_auth 2.30;
	 * reference/formats.md §7.4.
	 *
	 * @throws org.imageryclient.AccessDenied if the token is not valid; names the
	 *           page where to find one
	 * @throws org.imageryclient.SourceNotFound if this is no CAVE server
	 */
	public static Account read(final URI server, final HttpTransport transport) {
		final Optional<JsonCursor> user = user(server, transport);
		final Optional<String> name = user.flatMap(u -> text(u, "name"));
		final Map<String, List<String>> permissions = user.flatMap(u -> u.find(
			"permissions_v2")).map(Account::permissions).orElse(Map.of());
		final List<String> terms = user.flatMap(u -> u.find("missing_tos")).map(
			JsonCursor::elements).orElse(List.of()).stream().map(Account::termsName)
			.distinct().toList();
		return new Account(name, datastacks(server, transport), permissions, terms);
	}

	/** A server of graphs alone has no list, but says where its users log in. */
	private static List<String> datastacks(final URI server,
		final HttpTransport transport)
	{
		try {
			return new InfoService(server, transport).datastacks();
		}
		catch (final SourceNotFound e) {
			if (transport.get(InfoService.below(server, "auth_info")).isSuccess())
				return List.of();
			throw e;
		}
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

	private static Map<String, List<String>> permissions(
		final JsonCursor byDataset)
	{
		final Map<String, List<String>> permissions = new HashMap<>();
		for (final String dataset : byDataset.members())
			permissions.put(dataset, byDataset.get(dataset).elements().stream().map(
				JsonCursor::asString).toList());
		return permissions;
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

	/**
	 * In words: {@code "The token is Vera's. It opens minnie65_public. Permissions:
	 * view for minnie65."}
	 */
	@Override
	public String toString() {
		final StringJoiner words = new StringJoiner(" ");
		user.ifPresent(name -> words.add("The token is " + name + "'s."));
		words.add(!datastacks.isEmpty() ? "It opens " + String.join(", ",
			datastacks) + "." : user.isPresent()
				? "It opens no datastack yet: ask for permission."
				: "The server does not say what it opens.");
		if (!permissions.isEmpty()) words.add(permissions.entrySet().stream().map(
			p -> String.join(" and ", p.getValue()) + " for " + p.getKey()).collect(
				Collectors.joining(", ", "Permissions: ", ".")));
		if (!termsToAccept.isEmpty()) words.add(termsToAccept.stream().map(
			t -> "\"" + t + "\"").collect(Collectors.joining(", ",
				"Not accepted yet are the terms of service ",
				": whoever opens what needs them is told on which page.")));
		return words.toString();
	}
}
