// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.imageryclient.golden.DataServer.Transport;
import org.imageryclient.volume.ReadSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.python.core.PyException;
import org.python.core.PyObject;
import org.python.util.PythonInterpreter;

/**
 * Each argument of {@code imageryclient.py} does something: runs the tests of
 * {@code src/test/resources/jython} by the real Jython, those of arguments once
 * more while the argument is ignored, when they must fail.
 */
class JythonArgumentsTest {

	private static DataServer server;
	private static Emulator emulator;
	private static PythonInterpreter python;

	@TempDir
	private static Path folder;

	@BeforeAll
	static void start() throws IOException {
		server = new DataServer(GoldenResources.data());
		emulator = GoldenResources.emulator();
		python = new PythonInterpreter();
		python.set("DATA", server.address(Transport.FILE));
		python.set("BASE", emulator.address());
		for (final String file : List.of("arguments.py", "values.py"))
			try (InputStream source = JythonArgumentsTest.class.getResourceAsStream(
				"/jython/" + file))
			{
				python.execfile(source, file);
			}
	}

	@AfterAll
	static void stop() {
		python.close();
		emulator.close();
		server.close();
	}

	@TestFactory
	Stream<DynamicTest> argument_does_something() {
		return names("names()").map(name -> dynamicTest(name, () -> run(name +
			"()")));
	}

	@TestFactory
	Stream<DynamicTest> argument_that_is_ignored_is_noticed() {
		return names("names()").map(name -> dynamicTest(name + ", ignored",
			() -> run("ignored('" + name + "')")));
	}

	@TestFactory
	Stream<DynamicTest> value_is_what_python_gives() {
		return names("facts()").map(name -> dynamicTest(name, () -> run(name +
			"()")));
	}

	private static Stream<String> names(final String expression) {
		final List<String> names = new ArrayList<>();
		for (final PyObject name : python.eval(expression).asIterable())
			names.add(name.asString());
		return names.stream();
	}

	/** With a session of its own, so that no test has another's token. */
	private static void run(final String call) throws IOException {
		python.set("FOLDER", Files.createTempDirectory(folder, "test").toString());
		try (ReadSession session = GoldenSessions.open()) {
			python.set("cutouts", GoldenSessions.service(session));
			python.exec("ic.use(cutouts)\n" + call);
		}
		catch (final PyException e) {
			fail(e.toString(), e);
		}
	}
}
