// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.imageryclient.AccessDenied;
import org.imageryclient.CorruptData;
import org.imageryclient.SourceNotFound;
import org.imageryclient.Unsupported;
import org.imageryclient.store.ByteStore;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.store.StoredBytes;

/** Finds the volume at an address; see {@link PrecomputedVolume#open}. */
final class VolumeOpener {

	private static final String INFO = "info";

	private static final long MAX_INFO_BYTES = 32L << 20;

	private static final int MAX_REDIRECTS = 10;

	private final Function<SourceUrl, ByteStore> stores;

	VolumeOpener(final Function<SourceUrl, ByteStore> stores) {
		this.stores = stores;
	}

	PrecomputedVolume open(final SourceUrl start) {
		final List<SourceUrl> hops = new ArrayList<>();
		SourceUrl here = start;
		while (true) {
			checkFormat(here, hops);
			hops.add(here);
			final ByteStore store = stores.apply(here);
			final String where = store.describe(INFO);
			final String json = readInfo(store, here);
			final Optional<SourceUrl> next = redirect(json, where, start);
			if (next.isEmpty() || isSame(next.get(), here))
				return new PrecomputedVolume(here.text(), PrecomputedInfo.parse(json,
					where), store);
			checkHop(next.get(), hops, where);
			here = next.get();
		}
	}

	private static String readInfo(final ByteStore store,
		final SourceUrl source)
	{
		final StoredBytes stored = store.read(INFO, MAX_INFO_BYTES);
		return switch (stored.outcome()) {
			case PRESENT -> new String(stored.bytes(), StandardCharsets.UTF_8);
			case ABSENT -> throw new SourceNotFound(
				"Expected a precomputed volume but there is no info file at " + store
					.describe(INFO) + "; try to correct the address " + source.text() +
					".");
			case FORBIDDEN -> throw new AccessDenied(
				"Expected to read the info file but the server forbids it (403) at " +
					store.describe(INFO) +
					"; try to correct the address, as some servers answer so where there is nothing, or ask its owner for access.");
		};
	}

	private static Optional<SourceUrl> redirect(final String json,
		final String where, final SourceUrl start)
	{
		return InfoParser.redirect(json, where).map(text -> {
			final SourceUrl next = parse(text, where);
			// A file must not lead from the web into the user's own disk.
			if (next.isFile() && !start.isFile()) throw new CorruptData(
				"Expected a redirect to the web but was \"" + text +
					"\" at $.redirect of " + where +
					"; try the address of the volume itself.");
			return asTrustedAs(start, next);
		});
	}

	private static SourceUrl parse(final String text, final String where) {
		try {
			return SourceUrl.parse(text);
		}
		catch (final IllegalArgumentException | Unsupported exc) {
			throw new CorruptData("Expected the address of a volume but was \"" +
				text + "\" at $.redirect of " + where + " (" + exc.getMessage() + ")",
				exc);
		}
	}

	/**
	 * A file on some server can't make us send the user's token to another: only
	 * the host that the user named gets it.
	 */
	private static SourceUrl asTrustedAs(final SourceUrl start,
		final SourceUrl next)
	{
		final boolean trusted = start.authenticated() && isSameHost(start.address(),
			next.address());
		return new SourceUrl(next.format(), next.authenticated() && trusted, next
			.address(), next.root(), next.text());
	}

	private static void checkFormat(final SourceUrl source,
		final List<SourceUrl> hops)
	{
		if (source.format() == SourceUrl.Format.PRECOMPUTED) return;
		final String from = hops.isEmpty() ? "" : ", to which " + hops.get(hops
			.size() - 1).text() + " redirects";
		throw new Unsupported("Expected a precomputed volume but was " + source
			.formatWord() + " at " + source.text() + from +
			"; try the address of a precomputed copy.");
	}

	private static void checkHop(final SourceUrl next, final List<SourceUrl> hops,
		final String where)
	{
		final List<String> way = new ArrayList<>(hops.stream().map(SourceUrl::text)
			.toList());
		way.add(next.text());
		final String told = " at $.redirect of " + where + " (" + String.join(
			" to ", way) + "); try the address of the volume itself.";
		if (hops.stream().anyMatch(hop -> isSame(hop, next))) throw new CorruptData(
			"Expected redirects that end at a volume but was a circle" + told);
		if (hops.size() > MAX_REDIRECTS) throw new CorruptData("Expected at most " +
			MAX_REDIRECTS + " redirects but was one more" + told);
	}

	private static boolean isSame(final SourceUrl a, final SourceUrl b) {
		return a.format() == b.format() && a.address().equals(b.address());
	}

	private static boolean isSameHost(final URI a, final URI b) {
		return Objects.equals(a.getScheme(), b.getScheme()) && Objects.equals(a
			.getHost(), b.getHost()) && a.getPort() == b.getPort();
	}
}
