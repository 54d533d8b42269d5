// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import com.google.gson.JsonObject;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.imageryclient.volume.ReadSession;
import org.python.core.PyException;
import org.python.core.PyTraceback;
import org.python.core.PyObject;
import org.python.util.PythonInterpreter;

/**
 * Makes the calls of cases by {@code imageryclient.py} in the real Jython, with
 * their arguments as they are written. Where a case says nothing of them the
 * modes are the reference's own, as golden/README.md has it.
 */
final class JythonCalls implements GoldenCalls {

	private static final Set<String> CUTOUTS = Set.of("image_cutout",
		"segmentation_cutout", "split_segmentation_cutout",
		"image_and_segmentation_cutout");

	/** The argument of each method that takes data already computed. */
	private static final Map<String, String> SAVES = Map.of("save_imagery",
		"precomputed_image", "save_segmentation_masks", "precomputed_masks",
		"save_image_and_segmentation_masks", "precomputed_data");

	private static final Set<String> SIZES = Set.of(
		"image_bbox_size_from_dimensions",
		"segmentation_bbox_size_from_dimensions");

	private static final Set<String> PROPERTIES = Set.of("construct",
		"resolution", "attributes");

	private static final Set<String> FUNCTIONS = Set.of("bounds_from_center",
		"discrete_colors", "composite_overlay");

	private final Supplier<ReadSession> sessions;
	private final PythonInterpreter python;

	/**
	 * @param sessions makes one session per call, closed after it
	 * @param python may be used by many, one after the other
	 */
	JythonCalls(final Supplier<ReadSession> sessions,
		final PythonInterpreter python)
	{
		this.sessions = sessions;
		this.python = python;
		python.exec(PythonSource.PRELUDE);
	}

	/** Whether a case calls something that the module has. */
	static boolean has(final GoldenCase golden) {
		final String method = golden.method();
		return CUTOUTS.contains(method) || SAVES.containsKey(method) || SIZES
			.contains(method) || PROPERTIES.contains(method) || FUNCTIONS.contains(
				method);
	}

	@Override
	public CallResult call(final GoldenCase golden, final Placeholders places,
		final Path folder)
	{
		final JsonObject args = places.fill(golden.args());
		try (ReadSession session = sessions.get()) {
			python.set("cutouts", GoldenSessions.service(session));
			final StringBuilder script = new StringBuilder("ic.use(cutouts)\n");
			if (!FUNCTIONS.contains(golden.method()) || args.has("cutout")) script
				.append("client = ").append(client(places.fill(golden.client())))
				.append('\n');
			script.append(script(golden.method(), args, folder));
			python.exec(script.toString());
			return JythonResults.of(golden.method(), python, folder);
		}
		catch (final PyException e) {
			throw inJava(e);
		}
	}

	private static String client(final JsonObject given) {
		final Map<String, String> args = arguments(given);
		if (given.has("cave")) args.put("client", PythonSource.call("ic.CAVEclient",
			caveArguments(given.getAsJsonObject("cave"))));
		args.remove("cave");
		return PythonSource.call("ic.ImageryClient", args);
	}

	private static Map<String, String> caveArguments(final JsonObject cave) {
		final Map<String, String> args = arguments(cave);
		args.put("datastack_name", args.remove("datastack"));
		return args;
	}

	private static String script(final String method, final JsonObject args,
		final Path folder)
	{
		if (CUTOUTS.contains(method)) return "result = " + cutout(method, args);
		if (SAVES.containsKey(method)) return "result = " + save(method, args,
			folder);
		if (SIZES.contains(method)) return "result = " + PythonSource.call(
			"client." + method, arguments(args));
		return switch (method) {
			case "bounds_from_center" -> "result = " + PythonSource.call(
				"ic.bounds_from_center", arguments(args));
			case "discrete_colors" -> colors(args);
			case "composite_overlay" -> overlay(args);
			case "construct", "resolution", "attributes" -> "result = client";
			default -> throw new CaseProblem("The module has no method " + method +
				".");
		};
	}

	private static String cutout(final String method, final JsonObject args) {
		return PythonSource.call("client." + method, withModes(arguments(args),
			args));
	}

	/** The modes of the reference where the case has none of its own. */
	private static Map<String, String> withModes(final Map<String, String> call,
		final JsonObject args)
	{
		if (!args.has("resample")) call.put("resample", "'imageryclient'");
		if (!args.has("fit")) call.put("fit", "'native'");
		return call;
	}

	private static String save(final String method, final JsonObject args,
		final Path folder)
	{
		final Map<String, String> call = arguments(args);
		call.put("filename_prefix", PythonSource.text(folder + "/" + args.get(
			"filename_prefix").getAsString()));
		if (args.has("precomputed_from")) {
			final JsonObject made = args.getAsJsonObject("precomputed_from");
			call.remove("precomputed_from");
			call.put(SAVES.get(method), cutout(made.get("method").getAsString(), made
				.getAsJsonObject("args")));
		}
		return PythonSource.call("client." + method, withModes(call, args));
	}

	private static String colors(final JsonObject args) {
		final Map<String, String> call = arguments(args);
		call.put("segs", "[None] * " + call.remove("n"));
		return "result = " + PythonSource.call("ic.discrete_colors", call);
	}

	private static String overlay(final JsonObject args) {
		final Map<String, String> call = arguments(args);
		final JsonObject cutout = args.getAsJsonObject("cutout").deepCopy();
		final String form = args.has("segs_as") ? args.get("segs_as").getAsString()
			: "dict";
		if (form.equals("labels")) cutout.addProperty("split_segmentations", false);
		call.put("segs", form.equals("list") ? "masks.values()" : "masks");
		if (args.has("colors") && form.equals("dict")) call.put("colors",
			"dict(zip(masks, " + call.get("colors") + "))");
		if (!args.has("no_imagery")) call.put("imagery", "image");
		call.keySet().removeAll(Set.of("cutout", "segs_as", "no_imagery", "stack",
			"spacing"));
		final String drawn = "image, masks = " + cutout(
			"image_and_segmentation_cutout", cutout) + "\nresult = " + PythonSource
				.call("ic.composite_overlay", call) + "\n";
		return args.has("stack") ? drawn + "result = " + PythonSource.call(
			"ic.stack_images", stack(args)) : drawn;
	}

	private static Map<String, String> stack(final JsonObject args) {
		final Map<String, String> call = new LinkedHashMap<>(Map.of("images",
			"result", "direction", PythonSource.literal(args.get("stack"))));
		if (args.has("spacing")) call.put("spacing", PythonSource.literal(args.get(
			"spacing")));
		return call;
	}

	private static Map<String, String> arguments(final JsonObject given) {
		final Map<String, String> args = new LinkedHashMap<>();
		given.entrySet().stream().filter(e -> !isCall(e.getKey())).forEach(e -> args
			.put(e.getKey(), PythonSource.literal(e.getValue())));
		return args;
	}

	/** Arguments of the runner that stand for a call of their own. */
	private static boolean isCall(final String name) {
		return Set.of("cave", "cutout", "precomputed_from").contains(name);
	}

	/**
	 * What the module raised on purpose becomes what it stands for in Java; all
	 * else is an accident.
	 */
	private static RuntimeException inJava(final PyException e) {
		final PyObject cause = e.value == null ? null : e.value.__findattr__(
			"cause");
		if (cause == null) return new IllegalStateException(e.toString(), e);
		if (cause.__tojava__(Throwable.class) instanceof RuntimeException r)
			return r;
		final IllegalArgumentException refusal = new IllegalArgumentException(
			e.value.__findattr__("message").toString(), e);
		PyTraceback last = e.traceback;
		while (last.tb_next instanceof PyTraceback next)
			last = next;
		refusal.setStackTrace(new StackTraceElement[] { new StackTraceElement(
			"org.imageryclient.jython", last.tb_frame.f_code.co_name,
			last.tb_frame.f_code.co_filename, last.tb_lineno) });
		return refusal;
	}
}
