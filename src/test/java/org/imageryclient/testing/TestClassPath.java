// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.io.File;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tests are run with, for the compilers and JVMs that they start. */
public final class TestClassPath {

	private TestClassPath() {}

	/** As {@code java -cp} takes it. */
	public static String text() {
		// JUnit's console launcher has a class loader of its own for the tests.
		if (!(TestClassPath.class
			.getClassLoader() instanceof URLClassLoader loader)) return System
				.getProperty("java.class.path");
		return Stream.of(loader.getURLs()).map(url -> Path.of(URI.create(url
			.toString())).toString()).collect(Collectors.joining(File.pathSeparator));
	}
}
