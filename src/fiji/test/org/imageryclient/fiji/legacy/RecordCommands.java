// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.legacy;

import com.google.gson.Gson;

import java.nio.file.Files;
import java.nio.file.Path;

import net.imagej.patcher.LegacyInjector;

/**
 * A program: {@link CommandsOnScreen}, after ImageJ was patched as Fiji's
 * launcher does it, before any of its classes is loaded.
 */
final class RecordCommands {

	private RecordCommands() {}

	/**
	 * @param args the file to write, as JSON, and an empty folder for all else
	 */
	public static void main(final String[] args) {
		LegacyInjector.preinit();
		try {
			Files.writeString(Path.of(args[0]), new Gson().toJson(CommandsOnScreen
				.all(Path.of(args[1]))));
			Runtime.getRuntime().halt(0);
		}
		catch (final Exception | AssertionError e) {
			e.printStackTrace();
			Runtime.getRuntime().halt(1);
		}
	}
}
