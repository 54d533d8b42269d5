// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.imageryclient.Timestamp;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;

/**
 * Requests as people write them in a dialog or a macro: by the keys that
 * doc/macro-keys.md lists under "Which cutout".
 *
 * <pre>
 * CutoutText.request(Map.of("center", "5319, 8677, 1201", "size", "400, 400"),
 * 	clock);
 * CutoutText.keys(request); // the same, read back
 * </pre>
 *
 * Numbers may be separated by commas, semicolons, spaces or {@code x}, and may
 * stand in brackets, as Neuroglancer and this program print them. Errors name
 * the field, what was expected and what was there.
 */
public final class CutoutText {

	private static final Pattern NUMBER = Pattern.compile(
		"[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
	private static final Pattern SEPARATORS = Pattern.compile(
		"[\\s,;x×\\[\\]()]+|\\bto\\b");
	private static final Pattern PIXELS = Pattern.compile(
		"(?i)(.*?)\\s*(px|pixels?)\\s*");
	private static final Pattern NM = Pattern.compile("(?i)(.*?)\\s*nm\\s*");
	/** A list of no ids; an empty value would mean all. */
	private static final String NO_ROOTS = ",";

	private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,9}");

	private CutoutText() {}

	/**
	 * The request of some keys; what is missing or blank has its default.
	 *
	 * @param clock whose present is {@code now}
	 * @throws IllegalArgumentException if a value can't be read, or if there is
	 *           no region; names the key
	 */
	public static CutoutRequest request(final Map<String, String> keys,
		final Clock clock)
	{
		final UnaryOperator<String> value = key -> keys.getOrDefault(key, "");
		final List<Mip> mips = mips(value.apply("mip"));
		final Region region = region(value.apply("center"), value.apply("bounds"),
			value.apply("size"));
		final String nm = value.apply("resolution");
		final CutoutRequest request = CutoutRequest.of(nm.isBlank() ? region
			: region.at(resolution("resolution", nm))).withImageMip(mips.get(0))
			.withSegmentationMip(mips.get(1)).withRoots(roots(value.apply("roots"))
				.orElse(RootSelection.all())).withFit(fit(value.apply("fit")))
			.withResample(resample(value.apply("resample"))).withResize(yesOrNo(
				"resize", value.apply("resize"), true)).withStrict(yesOrNo("strict",
					value.apply("strict"), false));
		final String time = value.apply("timestamp");
		return time.isBlank() ? request : request.withTimestamp(Timestamp.parse(
			time, clock));
	}

	/**
	 * The keys of a request, in the order of a dialog; what has its default is
	 * left out. {@link #request} reads an equal request from them.
	 */
	public static Map<String, String> keys(final CutoutRequest request) {
		final Map<String, String> keys = new LinkedHashMap<>();
		final Region region = request.region();
		region.second().ifPresentOrElse(second -> keys.put("bounds", commas(region
			.first()) + "," + commas(second)), () -> {
				keys.put("center", commas(region.first()));
				keys.put("size", region.extent().map(CutoutText::commas).orElseGet(
					() -> pixels(region)));
			});
		region.frame().ifPresent(frame -> keys.put("resolution", times(frame)));
		final String mips = mips(request.imageMip(), request.segmentationMip());
		if (!mips.equals("default")) keys.put("mip", mips);
		final RootSelection roots = request.roots();
		if (!roots.isAll()) keys.put("roots", roots.equals(RootSelection.ofBits())
			? NO_ROOTS : roots.toString().replace(' ', ','));
		request.timestamp().ifPresent(time -> keys.put("timestamp", time
			.toString()));
		if (request.fit() != Fit.AUTO) keys.put("fit", word(request.fit()));
		if (request.resample() != Resample.ALIGNED) keys.put("resample", word(
			request.resample()));
		if (!request.resize()) keys.put("resize", "false");
		if (request.strict()) keys.put("strict", "true");
		return keys;
	}

	private static String commas(final Point point) {
		return point.toString().replace(" ", "");
	}

	private static String pixels(final Region region) {
		return Arrays.stream(region.pixelSize()).mapToObj(Long::toString).collect(
			Collectors.joining("x")) + "px";
	}

	/** {@code 4x4x40}. */
	private static String times(final Resolution resolution) {
		return resolution.toString().replace(" nm", "").replace(" ", "");
	}

	private static String mips(final Mip image, final Mip segmentation) {
		if (image.equals(segmentation)) return word(image);
		final boolean areNumbers = image.index().isPresent() && segmentation.index()
			.isPresent();
		return word(image) + (areNumbers ? "," : "/") + word(segmentation);
	}

	private static String word(final Mip mip) {
		return mip.resolution().map(CutoutText::times).orElse(mip.toString());
	}

	private static String word(final Enum<?> choice) {
		return choice.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The region of a cutout: a centre with a size, or two corners.
	 *
	 * @param center {@code 5319, 8677, 1201}
	 * @param bounds {@code 5119, 8477, 1201, 5519, 8877, 1202}: the lower and the
	 *          upper corner, the upper one not part of it
	 * @param size {@code 400, 400} or {@code 400, 400, 1} voxels of the
	 *          resolution, or {@code 512 x 512 px}: pixels of the mip
	 */
	public static Region region(final String center, final String bounds,
		final String size)
	{
		if (!bounds.isBlank()) {
			if (!center.isBlank() || !size.isBlank())
				throw new IllegalArgumentException(
					"Expected either bounds alone, or center and size, but bounds was \"" +
						bounds + "\", center \"" + center + "\" and size \"" + size +
						"\"; leave one side empty.");
			final double[] corners = numbers("bounds", bounds,
				"\"5119, 8477, 1201, 5519, 8877, 1202\"", 6);
			return Region.bounds(Arrays.copyOfRange(corners, 0, 3), Arrays
				.copyOfRange(corners, 3, 6));
		}
		if (center.isBlank() || size.isBlank()) throw new IllegalArgumentException(
			"Expected center and size, such as \"5319, 8677, 1201\" and \"400, 400, 1\", or bounds, but center was \"" +
				center + "\" and size \"" + size + "\".");
		return sized(Region.centered(numbers("center", center,
			"\"5319, 8677, 1201\"", 3)), size);
	}

	private static Region sized(final Region center, final String size) {
		final Matcher pixels = PIXELS.matcher(size);
		if (!pixels.matches()) return center.size(numbers("size", size,
			"\"400, 400, 1\" or \"512 x 512 px\"", 2, 3));
		final double[] count = numbers("size", pixels.group(1), "\"512 x 512 px\"",
			2, 3);
		if (Arrays.stream(count).anyMatch(n -> n != Math.rint(n))) throw unexpected(
			"size", "whole numbers of pixels such as \"512 x 512 px\"", size);
		return center.pixels(Arrays.stream(count).mapToLong(n -> (long) n)
			.toArray());
	}

	/** Three numbers of nm per voxel: {@code 8x8x40} or {@code 8 x 8 x 40 nm}. */
	public static Resolution resolution(final String field, final String text) {
		final Matcher nm = NM.matcher(text);
		return Resolution.of(numbers(field, nm.matches() ? nm.group(1) : text,
			"\"8x8x40\" nm per voxel", 3));
	}

	/**
	 * The mips of imagery and segmentation: blank for the defaults, {@code 1} for
	 * both, {@code 1, 0} for each its own, {@code 8x8x40} for the scale of that
	 * resolution in both, {@code 8x8x40 / 1} or {@code default / 1} for each its
	 * own.
	 */
	public static List<Mip> mips(final String text) {
		if (text.isBlank() || text.trim().equalsIgnoreCase("default")) return List
			.of(Mip.DEFAULT, Mip.DEFAULT);
		final String[] sides = text.split("/", -1);
		if (sides.length == 2) return List.of(mips(sides[0]).get(0), mips(sides[1])
			.get(1));
		final List<String> words = words(text);
		if (words.size() >= 3) {
			final Mip mip = Mip.at(resolution("mip", text));
			return List.of(mip, mip);
		}
		if (words.isEmpty() || !words.stream().allMatch(w -> INTEGER.matcher(w)
			.matches())) throw unexpected("mip",
				"a number such as \"1\", two such as \"1, 0\" for imagery and segmentation, or a resolution such as \"8x8x40\"",
				text);
		final List<Mip> mips = words.stream().map(w -> Mip.index(Integer.parseInt(
			w))).toList();
		return List.of(mips.get(0), mips.get(mips.size() - 1));
	}

	/** The mips of a plan, as {@link #mips(String)} reads them. */
	public static String mips(final CutoutPlan plan) {
		final List<String> mips = plan.sides().map(side -> Integer.toString(side
			.mip())).toList();
		return mips.stream().distinct().count() == 1 ? mips.get(0) : String.join(
			", ", mips);
	}

	/**
	 * Which segments: {@code all}, {@code raw}, ids; none for {@code none}. Blank
	 * means all.
	 */
	public static Optional<RootSelection> roots(final String text) {
		if (text.isBlank()) return Optional.of(RootSelection.all());
		if (text.trim().equalsIgnoreCase("none")) return Optional.empty();
		return Optional.of(RootSelection.parse(text));
	}

	/** {@code auto}, {@code bounds} or {@code native}. Blank means auto. */
	public static Fit fit(final String text) {
		return constant("fit", text, Fit.AUTO);
	}

	/** {@code aligned} or {@code imageryclient}. Blank means aligned. */
	public static Resample resample(final String text) {
		return constant("resample", text, Resample.ALIGNED);
	}

	private static boolean yesOrNo(final String field, final String text,
		final boolean whenBlank)
	{
		if (text.isBlank()) return whenBlank;
		if (!text.trim().matches("(?i)true|false")) throw unexpected(field,
			"true or false", text);
		return Boolean.parseBoolean(text.trim());
	}

	private static <E extends Enum<E>> E constant(final String field,
		final String text, final E whenBlank)
	{
		if (text.isBlank()) return whenBlank;
		final E[] all = whenBlank.getDeclaringClass().getEnumConstants();
		return Arrays.stream(all).filter(e -> e.name().equalsIgnoreCase(text
			.trim())).findFirst().orElseThrow(() -> unexpected(field, Arrays.stream(
				all).map(CutoutText::word).collect(Collectors.joining(", ")), text));
	}

	private static double[] numbers(final String field, final String text,
		final String example, final int... counts)
	{
		final List<String> words = words(text);
		final boolean rightCount = Arrays.stream(counts).anyMatch(n -> n == words
			.size());
		if (!rightCount || !words.stream().allMatch(w -> NUMBER.matcher(w)
			.matches())) throw unexpected(field, Arrays.stream(counts).mapToObj(
				Integer::toString).collect(Collectors.joining(" or ")) +
				" numbers, such as " + example, text);
		return words.stream().mapToDouble(Double::parseDouble).toArray();
	}

	private static List<String> words(final String text) {
		return SEPARATORS.splitAsStream(text).filter(w -> !w.isEmpty()).toList();
	}

	private static IllegalArgumentException unexpected(final String field,
		final String expected, final String found)
	{
		return new IllegalArgumentException("Expected " + field + " as " +
			expected + ", but was \"" + found + "\".");
	}
}
