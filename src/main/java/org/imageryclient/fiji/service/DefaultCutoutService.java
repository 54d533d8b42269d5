// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imageryclient.Progress;
import org.imageryclient.Unsupported;
import org.imageryclient.auth.Credentials;
import org.imageryclient.auth.Token;
import org.imageryclient.auth.TokenFiles;
import org.imageryclient.cave.Account;
import org.imageryclient.cave.InfoService;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.ImageryClientBuilder;
import org.imageryclient.export.Manifest;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.overlay.Figure;
import org.imageryclient.http.HttpLimits;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.http.RetryPolicy;
import org.imageryclient.link.NeuroglancerState;
import org.imageryclient.volume.ReadSession;
import org.scijava.plugin.HandlerPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;
import org.scijava.plugin.SciJavaPlugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/** Owns the one {@link ReadSession}, made when it is first asked for. */
@Plugin(type = Service.class)
public class DefaultCutoutService extends AbstractService implements
	CutoutService
{

	private static final String SERVER = "URI.create(\"" +
		InfoService.GLOBAL_SERVER + "\")";

	private static final String MANIFEST = "cutouts.manifest(file)";

	@Parameter
	private PluginService plugins;

	private Optional<ReadSession> session = Optional.empty();
	private boolean disposed;
	private volatile Optional<NeuroglancerState> lastShown = Optional.empty();

	private List<CutoutDisplay> displays = List.of();
	private List<CutoutFormat> formats = List.of();
	private List<SourceOpener> openers = List.of();

	@Override
	public synchronized ReadSession session() {
		if (disposed) throw new IllegalStateException(
			"The context of this service is disposed; get a CutoutService from one that is not.");
		if (session.isEmpty()) session = Optional.of(ReadSession.builder(
			credentials()).formats(instances(SourceFormat.class)).build());
		return session.get();
	}

	private static Credentials credentials() {
		final Credentials credentials = new Credentials(tokenFiles());
		InfoService.PUBLIC_SERVERS.forEach(credentials::trust);
		return credentials;
	}

	@Override
	public ImageryClient open(final String imageUrl,
		final String segmentationUrl)
	{
		final ImageryClientBuilder client = client();
		if (isGiven(imageUrl)) client.imageSource(imageUrl.trim());
		if (isGiven(segmentationUrl)) client.segmentationSource(segmentationUrl
			.trim());
		return client.build();
	}

	@Override
	public ImageryClient open(final String name) {
		final Optional<SourceOpener> opener = isGiven(name) ? first(openers(), name)
			: Optional.empty();
		return opener.orElseThrow(() -> new Unsupported("Expected " + openers()
			.stream().map(SourceOpener::accepts).collect(Collectors.joining(
				", or ")) + ", but was " + (isGiven(name) ? "\"" + name + "\""
					: "nothing") +
			"; try open(imagery, segmentation) with two addresses.")).open(name
				.trim(), session());
	}

	@Override
	public List<String> datastacks(final URI server) {
		return new InfoService(Argument.of(server, "server", SERVER), session()
			.stores().transport()).datastacks();
	}

	@Override
	public Account setToken(final URI server, final Token token) {
		final Credentials fresh = Credentials.none();
		fresh.give(Argument.of(server, "server", SERVER), Argument.of(token,
			"token", "Token.of(text)"));
		final Account account = Account.read(server, new HttpTransport(
			HttpLimits.DEFAULT, RetryPolicy.DEFAULT, fresh));
		tokenFiles().save(server, token);
		session().credentials().give(server, token);
		return account;
	}

	private static TokenFiles tokenFiles() {
		return TokenFiles.standard(System.getenv(), Path.of(System.getProperty(
			"user.home")));
	}

	@Override
	public Object show(final Object cutout, final ColorScheme colors) {
		return show(cutout, colors, first(allDisplays(), cutout).orElseThrow(
			() -> new Unsupported("Expected a cutout that can be shown but was " +
				nameOf(cutout) + "; displays there are: " + displays() + ".")));
	}

	@Override
	public Object show(final Object cutout, final ColorScheme colors,
		final String display)
	{
		final String name = Argument.of(display, "display", "\"imagej\"");
		final CutoutDisplay found = allDisplays().stream().filter(d -> d.name()
			.equalsIgnoreCase(name)).findFirst().orElseThrow(
				() -> new IllegalArgumentException("Expected a display of " +
					displays() + " but was \"" + display + "\"."));
		if (!found.supports(cutout)) throw new Unsupported(
			"Expected a cutout that \"" + display + "\" can show but was " + nameOf(
				cutout) + ".");
		return show(cutout, colors, found);
	}

	private Object show(final Object cutout, final ColorScheme colors,
		final CutoutDisplay display)
	{
		final Object shown = display.show(cutout, Argument.of(colors, "colors",
			"ColorScheme.hashed(0)"));
		lastShown = ShownState.of(cutout, colors).or(() -> lastShown);
		return shown;
	}

	@Override
	public Optional<NeuroglancerState> lastShown() {
		return lastShown;
	}

	@Override
	public Object browse(final ImageryClient client) {
		return instances(VolumeBrowser.class).stream().findFirst().orElseThrow(
			() -> new Unsupported(
				"Expected a viewer for whole volumes, such as BigDataViewer in Fiji, but none is installed; try cutting out a box."))
			.browse(Argument.of(client, "client", "cutouts.open(name)"));
	}

	@Override
	public List<String> displays() {
		return allDisplays().stream().map(CutoutDisplay::name).toList();
	}

	@Override
	public Manifest manifest(final Path file) {
		return ManifestFile.read(Argument.of(file, "file",
			"Path.of(\"fig.manifest.json\")"));
	}

	@Override
	public ImageryClient open(final Manifest manifest) {
		final ImageryClientBuilder client = client();
		Argument.of(manifest, "manifest", MANIFEST).image().ifPresent(side -> client
			.imageSource(side.location()));
		manifest.segmentation().ifPresent(side -> client.segmentationSource(side
			.location()));
		return client.build();
	}

	@Override
	public Cutout reopen(final Manifest manifest, final Progress progress) {
		final CutoutRequest request = Argument.of(manifest, "manifest", MANIFEST)
			.request();
		final ImageryClient client = open(manifest);
		if (manifest.segmentation().isEmpty()) return client.image(request,
			progress);
		if (manifest.image().isEmpty()) return client.segmentation(request,
			progress);
		return manifest.part().of(client.imageAndSegmentation(request, progress));
	}

	@Override
	public List<Path> save(final Object cutout, final SaveOptions options,
		final Progress progress)
	{
		final CutoutFormat format = first(formats(), Argument.of(options, "options",
			"SaveOptions.prefix(\"fig\")").prefix()).orElseThrow(
				() -> new Unsupported(
					"Expected the name of a file to save of one of: " + formats().stream()
						.map(CutoutFormat::description).toList() + ", but was \"" + options
							.prefix() + "\"."));
		if (!format.canSave(Argument.of(cutout, "cutout", "client.image(region)")))
			throw new Unsupported("Expected something that " + format.description() +
				" can hold for \"" + options.prefix() + "\" but was " + nameOf(cutout) +
				".");
		final SaveOptions complete = cutout instanceof MaskSet masks ? options
			.background(masks.includesNull()) : options;
		// A figure knows its own command.
		final boolean isCallKnown = complete.call().isPresent() ||
			cutout instanceof Figure;
		return format.save(cutout, isCallKnown ? complete : complete
			.madeByImageryCutout(), progress);
	}

	@Override
	public synchronized void dispose() {
		disposed = true;
		session.ifPresent(ReadSession::close);
		session = Optional.empty();
	}

	private synchronized List<CutoutDisplay> allDisplays() {
		if (displays.isEmpty()) displays = instances(CutoutDisplay.class);
		return displays;
	}

	private synchronized List<CutoutFormat> formats() {
		if (formats.isEmpty()) formats = instances(CutoutFormat.class);
		return formats;
	}

	private synchronized List<SourceOpener> openers() {
		if (openers.isEmpty()) openers = instances(SourceOpener.class);
		return openers;
	}

	/** One of each plugin of a type, highest priority first. */
	private <P extends SciJavaPlugin> List<P> instances(final Class<P> type) {
		return List.copyOf(plugins.createInstancesOfType(type));
	}

	private static <D, P extends HandlerPlugin<D>> Optional<P> first(
		final List<P> handlers, final D data)
	{
		return handlers.stream().filter(h -> h.supports(data)).findFirst();
	}

	/** Scripts and dialogs give null where they have nothing. */
	private static boolean isGiven(final String text) {
		return text != null && !text.isBlank();
	}

	private static String nameOf(final Object cutout) {
		return cutout == null ? "nothing" : cutout.getClass().getSimpleName();
	}
}
