// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.imageryclient.Progress;
import org.imageryclient.auth.Token;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.export.Manifest;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;

/** What scripts hear that pass None. */
class AbsentArgumentsTest {

	private static final Context CONTEXT = new Context();

	private static final CutoutService CUTOUTS = CONTEXT.service(
		CutoutService.class);

	private static final Cutout CUTOUT = CUTOUTS.open(SampleVolume.em(),
		SampleVolume.seg()).imageAndSegmentation(Region.centered(20512, 12512, 310)
			.size(20, 20, 1), RootSelection.all());

	private static final URI SERVER = URI.create("http://127.0.0.1:9");

	private interface Call {

		Object on(CutoutService cutouts);
	}

	@AfterAll
	static void dispose() {
		CONTEXT.dispose();
	}

	private static Stream<Object[]> calls() {
		final SaveOptions options = SaveOptions.prefix("fig");
		return Stream.of( //
			call("an image source", c -> c.open(null, null)), //
			call("address", c -> c.open((String) null)), //
			call("manifest", c -> c.open((Manifest) null)), //
			call("link", c -> c.readLink(null)), //
			call("cutout", c -> c.link(null)), //
			call("colors", c -> c.link(CUTOUT, null)), //
			call("server", c -> c.datastacks(null)), //
			call("server", c -> c.setToken(null, Token.of("t"))), //
			call("token", c -> c.setToken(SERVER, null)), //
			call("cutout", c -> c.show(null)), //
			call("colors", c -> c.show(CUTOUT, (ColorScheme) null)), //
			call("display", c -> c.show(CUTOUT, (String) null)), //
			call("display", c -> c.show(CUTOUT, ColorScheme.hashed(0), null)), //
			call("client", c -> c.browse(null)), //
			call("file", c -> c.manifest(null)), //
			call("manifest", c -> c.reopen(null, Progress.NONE)), //
			call("file", c -> c.reopen(null)), //
			call("cutout", c -> c.save(null, options, Progress.NONE)), //
			call("cutout", c -> c.save(null, "fig")), //
			call("options", c -> c.save(CUTOUT, null, Progress.NONE)), //
			call("target", c -> c.save(CUTOUT, (Path) null)), //
			call("target", c -> c.save(CUTOUT, (String) null)), //
			call("target", c -> c.save(CUTOUT, (Path) null, RootColors.WHITE)), //
			call("colors", c -> c.save(CUTOUT, "fig", null)), //
			call("colors", c -> c.save(CUTOUT, Path.of("fig"), null)));
	}

	private static Object[] call(final String argument, final Call call) {
		return new Object[] { argument, call };
	}

	@ParameterizedTest
	@MethodSource("calls")
	void none_isRefusedByTheNameOfTheArgument(final String argument,
		final Call call)
	{
		final String message = assertThrows(RuntimeException.class, () -> call.on(
			CUTOUTS)).toString();

		assertTrue(message.contains("Expected ") && message.contains(argument),
			message);
	}
}
