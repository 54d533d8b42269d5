// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.imageryclient.Program;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.RootStatus;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.json.JsonText;
import org.imageryclient.volume.NotCurrent;
import org.imageryclient.volume.ReadStatus;

/**
 * A manifest as JSON. {@link ManifestReader} reads what this writes. Ids are
 * strings; lengths end with {@code Nm} where they are not in voxels.
 */
final class ManifestTree {

	/**
	 * Raised when older programs would misunderstand what is written; new members
	 * alone don't raise it.
	 */
	static final int FORMAT_VERSION = 1;

	private final Map<String, Object> root = new LinkedHashMap<>();

	ManifestTree(final Manifest m) {
		root.put("format", "imageryclient-manifest");
		root.put("formatVersion", FORMAT_VERSION);
		root.put("program", Program.NAME);
		root.put("version", m.version());
		m.saved().ifPresent(time -> root.put("saved", time.toString()));
		root.put("part", m.part().word());
		root.put("background", m.background());
		m.asked().ifPresent(request -> root.put("request", request(request)));
		m.image().ifPresent(side -> root.put("image", side(side)));
		m.segmentation().ifPresent(side -> root.put("segmentation", side(side)));
		root.put("lookups", lookups(m.lookups()));
		root.put("ids", m.ids().stream().map(Object::toString).toList());
		m.colors().ifPresent(colors -> root.put("colors", colors(colors)));
		if (!m.files().isEmpty()) root.put("files", m.files().stream().map(
			ManifestTree::file).toList());
		m.macro().ifPresent(line -> root.put("macro", line));
		if (!m.earlier().isEmpty()) root.put("earlier", m.earlier().stream().map(
			e -> new ManifestTree(e).root).toList());
	}

	String toLine() {
		return JsonText.line(root);
	}

	String toLines() {
		return JsonText.lines(root);
	}

	private static Map<String, Object> request(final CutoutRequest request) {
		final Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("region", region(request.region()));
		request.region().frame().ifPresent(frame -> tree.put("resolutionNm", list(
			frame)));
		tree.put("roots", roots(request.roots()));
		request.timestamp().ifPresent(time -> tree.put("timestamp", time
			.toString()));
		tree.put("fit", CutoutWords.of(request.fit()));
		tree.put("resample", CutoutWords.of(request.resample()));
		tree.put("resize", request.resize());
		tree.put("strict", request.strict());
		return tree;
	}

	private static Map<String, Object> region(final Region region) {
		final Map<String, Object> tree = new LinkedHashMap<>();
		if (region.second().isPresent()) {
			tree.put("bounds", List.of(list(region.first()), list(region.second()
				.get())));
			return tree;
		}
		tree.put("center", list(region.first()));
		region.extent().ifPresent(size -> tree.put("size", list(size)));
		if (region.isInPixels()) tree.put("pixels", LongStream.of(region
			.pixelSize()).boxed().toList());
		return tree;
	}

	private static Object roots(final RootSelection roots) {
		return roots.isListed() ? LongStream.of(roots.ids()).mapToObj(
			Long::toUnsignedString).toList() : roots.toString();
	}

	private static Map<String, Object> side(final ManifestSide side) {
		final Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("source", side.source());
		tree.put("address", side.address());
		tree.put("mip", side.mip());
		tree.put("mipResolutionNm", list(side.mipResolution()));
		tree.put("readVoxels", list(side.readBox()));
		tree.put("resolutionNm", list(side.resolution()));
		tree.put("boxVoxels", list(side.box()));
		tree.put("boxNm", List.of(nm(side.box().min(), side.resolution()), nm(side
			.box().max(), side.resolution())));
		tree.put("dataType", side.dataType().word());
		tree.put("channels", side.channels());
		tree.put("chunks", chunks(side.status()));
		tree.put("voxelsOutside", side.status().voxelsOutside());
		return tree;
	}

	private static Map<String, Object> chunks(final ReadStatus status) {
		final Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("planned", status.chunksPlanned());
		tree.put("read", status.read());
		tree.put("absent", status.absent());
		tree.put("forbidden", status.forbidden());
		tree.put("skipped", status.skipped());
		return tree;
	}

	private static Map<String, Object> lookups(final RootStatus status) {
		final Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("unknown", status.unknown());
		tree.put("unchanged", status.unchanged());
		tree.put("wrongLayer", status.wrongLayer());
		tree.put("beforeGraph", status.beforeGraph());
		final Map<String, Object> notCurrent = new LinkedHashMap<>();
		status.notCurrent().forEach((root, why) -> notCurrent.put(Long
			.toUnsignedString(root), notCurrent(why)));
		tree.put("notCurrent", notCurrent);
		return tree;
	}

	private static Map<String, Object> notCurrent(final NotCurrent why) {
		final Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("known", why.isKnown());
		why.cameLater().ifPresent(time -> tree.put("cameLater", time.toString()));
		tree.put("successors", why.successors().stream().map(Long::toUnsignedString)
			.toList());
		return tree;
	}

	private static Map<String, Object> colors(final Manifest.Colors colors) {
		final Map<String, Object> argb = new LinkedHashMap<>();
		colors.argb().forEach((id, color) -> argb.put(id.toString(), hex(color)));
		final Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("scheme", colors.scheme());
		tree.put("rgba", argb);
		return tree;
	}

	/** {@code #rrggbb}, or {@code #rrggbbaa} where it is see-through. */
	private static String hex(final int argb) {
		final String rgb = String.format("#%06x", argb & 0xffffff);
		return argb >>> 24 == 255 ? rgb : rgb + String.format("%02x", argb >>> 24);
	}

	private static Map<String, Object> file(final SavedFile file) {
		final Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("name", file.name());
		tree.put("bytes", file.bytes());
		tree.put("sha256", file.sha256());
		return tree;
	}

	private static List<Double> list(final Point point) {
		return DoubleStream.of(point.toArray()).boxed().toList();
	}

	private static List<Double> list(final Resolution resolution) {
		return DoubleStream.of(resolution.toArray()).boxed().toList();
	}

	private static List<List<Long>> list(final VoxelBox box) {
		return List.of(box.min().toList(), box.max().toList());
	}

	/** Where a corner of a voxel is. */
	static List<Double> nm(final Long3 voxel, final Resolution resolution) {
		return IntStream.range(0, 3).mapToObj(d -> voxel.get(d) * resolution.get(d))
			.toList();
	}
}
