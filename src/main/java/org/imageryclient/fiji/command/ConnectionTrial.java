// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.AccessDenied;
import org.imageryclient.CutoutException;
import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.fiji.service.DatastackOpener;
import org.imageryclient.fiji.service.VolumeOpener;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.graphene.RootTable;
import org.imageryclient.http.ConnectionCheck;
import org.imageryclient.link.NeuroglancerState;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.volume.LabelRead;
import org.imageryclient.volume.ReadStatus;
import org.imageryclient.volume.Volume;

/**
 * Goes the way of a cutout step by step: the proxy, name, certificate and token
 * of each server, the descriptions of the volumes, one chunk of each, and the
 * roots of what is in it. What can't work after a failure is left out, so that
 * nobody waits for retries.
 */
final class ConnectionTrial {

	private static final Pattern WEB_ADDRESS = Pattern.compile(
		"https?://[^/\\s?#@|]+");

	private final CutoutService cutouts;
	private final ConnectionReport report;
	private final Progress progress;
	private final ConnectionCheck network;
	private final Map<URI, Boolean> reached = new HashMap<>();

	ConnectionTrial(final CutoutService cutouts, final ConnectionReport report,
		final Progress progress)
	{
		this.cutouts = cutouts;
		this.report = report;
		this.progress = progress;
		network = new ConnectionCheck(cutouts.session().stores().transport());
	}

	/** Tries what one name stands for. */
	void name(final String name) {
		report.heading(name);
		if (!isReached(name)) return;
		if (isDatastack(name)) datastack(name);
		else report.attempt("opening", () -> cutouts.open(name),
			ConnectionTrial::parts).ifPresent(this::volumes);
	}

	/** One side after the other: either may be had without the other. */
	private void datastack(final String name) {
		final DatastackOpener opener = new DatastackOpener();
		report.attempt("imagery", () -> opener.client(name, cutouts.session())
			.withoutSegmentation().build(), ConnectionTrial::parts).ifPresent(
				this::volumes);
		report.attempt("segmentation", () -> opener.client(name, cutouts.session())
			.withoutImagery().build(), ConnectionTrial::parts).ifPresent(
				this::volumes);
	}

	/** Tries imagery that is given by an address. */
	void imagery(final String address) {
		open("Imagery " + address, address, () -> cutouts.open(address, ""));
	}

	/** Tries a segmentation that is given by an address. */
	void segmentation(final String address) {
		open("Segmentation " + address, address, () -> cutouts.open("", address));
	}

	private void open(final String heading, final String address,
		final Supplier<ImageryClient> opening)
	{
		report.heading(heading);
		if (isReached(address)) report.attempt("opening", opening,
			ConnectionTrial::parts).ifPresent(this::volumes);
	}

	private static String parts(final ImageryClient client) {
		return client.imageVolume().isEmpty() ? "a segmentation" : client
			.segmentationVolume().isEmpty() ? "imagery"
				: "imagery and a segmentation";
	}

	private void volumes(final ImageryClient client) {
		client.imageVolume().ifPresent(v -> volume("Imagery: ", v));
		client.segmentationVolume().ifPresent(v -> volume("Segmentation: ", v));
	}

	private void volume(final String heading, final Volume<?> volume) {
		report.heading(heading + volume.address());
		if (!isReached(volume.address())) return;
		final int mip = volume.defaultMip();
		report.ok("info", volume.mipCount() + " mips of " + volume.dataType()
			.word() + ", the finest " + volume.resolution(0) + ", voxels " + volume
				.bounds(0));
		final VoxelBox box = middleChunk(volume, mip);
		if (!volume.isSegmentation()) report.attempt("one chunk", () -> checked(
			volume.read(mip, box, progress).status()), s -> outcome(s, box));
		else report.attempt("one chunk", () -> {
			final LabelRead read = volume.readLabels(mip, box, progress);
			checked(read.status());
			return read;
		}, read -> outcome(read.status(), box)).ifPresent(read -> roots(volume, read
			.ids()));
	}

	private void roots(final Volume<?> volume, final long[] ids) {
		volume.agglomeration().ifPresent(graph -> report.attempt("roots",
			() -> graph.rootsOf(ids, Timestamp.now(Clock.systemUTC()), progress), (
				final RootTable table) -> ids.length + " ids looked up"));
	}

	private static ReadStatus checked(final ReadStatus status) {
		if (status.forbidden() > 0) throw new AccessDenied(
			"Expected a chunk but its server forbids it; ask the owner of the data, or check the address.");
		return status;
	}

	private static String outcome(final ReadStatus status, final VoxelBox box) {
		return status.absent() > 0 ? "nothing is stored at the middle, " + box +
			": it counts as zeros" : box.size() + " voxels at " + box.min();
	}

	private static VoxelBox middleChunk(final Volume<?> volume, final int mip) {
		final Long3 cells = volume.grid(mip).cellCount();
		return volume.grid(mip).cellBox(new Long3(cells.x() / 2, cells.y() / 2,
			cells.z() / 2));
	}

	/** Checks the server of an address once, if it has one. */
	private boolean isReached(final String address) {
		final Optional<URI> server = server(address);
		if (server.isEmpty()) {
			report.skipped("network",
				"this is on the computer, or the server turns out later");
			return true;
		}
		return reached.computeIfAbsent(server.get(), s -> check(s, wantsToken(
			address)));
	}

	private boolean check(final URI server, final boolean wantsToken) {
		final Optional<String> proxy = ConnectionCheck.proxy(server);
		report.ok("proxy", server + " by way of " + proxy.orElse("no proxy"));
		if (proxy.isPresent()) report.skipped("DNS", "the proxy looks names up");
		else if (report.attempt("DNS", () -> ConnectionCheck.addresses(server),
			text -> text).isEmpty()) return false;
		if (report.attempt("https".equals(server.getScheme()) ? "TLS"
			: "connection", () -> network.connect(server), text -> text).isEmpty())
			return false;
		if (wantsToken) token(server);
		return true;
	}

	private void token(final URI server) {
		try {
			cutouts.session().credentials().placeOf(server).ifPresentOrElse(
				place -> report.ok("token", "found: " + place), () -> report.failed(
					"token", "Expected a token for " + server + " in " + String.join(
						", or ", cutouts.session().credentials().placesFor(server)) +
						" but there is none; Plugins > Imagery Client > Set CAVE Token... gets one."));
		}
		catch (final IllegalArgumentException e) {
			report.failed("token", e.getMessage());
		}
	}

	/** Which server is asked first; nothing for folders. */
	private Optional<URI> server(final String address) {
		if (isDatastack(address)) return Optional.of(new DatastackOpener().serverOf(
			address, cutouts.session()));
		return source(address).map(SourceUrl::address).filter(a -> a
			.getHost() != null).map(a -> a.resolve("/")).map(URI::toString).or(
				() -> Optional.of(address)).flatMap(ConnectionTrial::webAddress);
	}

	private static Optional<URI> webAddress(final String text) {
		final Matcher address = WEB_ADDRESS.matcher(text);
		return address.find() ? Optional.of(URI.create(address.group())) : Optional
			.empty();
	}

	private boolean wantsToken(final String address) {
		return isDatastack(address) || source(address).map(SourceUrl::authenticated)
			.orElse(false);
	}

	/** As {@link CutoutService#open(String)} takes a name. */
	private static boolean isDatastack(final String name) {
		return new DatastackOpener().supports(name) && !new VolumeOpener().supports(
			name);
	}

	private static Optional<SourceUrl> source(final String address) {
		try {
			return NeuroglancerState.isLink(address) ? Optional.empty() : Optional.of(
				SourceUrl.parse(address));
		}
		catch (final CutoutException | IllegalArgumentException e) {
			return Optional.empty();
		}
	}
}
