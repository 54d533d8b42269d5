// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.realtransform.AffineTransform3D;
import net.imglib2.type.numeric.IntegerType;

import org.imageryclient.Canceled;
import org.imageryclient.CannotWrite;
import org.imageryclient.Progress;
import org.imageryclient.SourceNotFound;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.Fit;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.export.Manifest;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.testing.PositionFormula;
import org.imageryclient.volume.Volume;
import org.janelia.saalfeldlab.n5.N5Reader;
import org.janelia.saalfeldlab.n5.universe.N5DatasetDiscoverer;
import org.janelia.saalfeldlab.n5.universe.N5Factory;
import org.janelia.saalfeldlab.n5.universe.N5TreeNode;
import org.janelia.saalfeldlab.n5.universe.StorageFormat;
import org.janelia.saalfeldlab.n5.universe.metadata.SpatialMultiscaleMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;

/** Pyramids that are written, read again by this project and by n5-universe. */
class PyramidFormatTest {

	private static final Region BOX = Region.bounds(-20, 2010, 6, 150, 2131, 13);

	/** Every seventh cube is 0; the others are above 2^63. */
	private static final PositionFormula IDS = (x, y, z) -> {
		final long id = PositionFormula.CUBES.at(x, y, z);
		return id == 0 ? 0 : id | Long.MIN_VALUE;
	};

	@TempDir
	private Path folder;

	private final Context context = new Context();
	private final CutoutService cutouts = context.service(CutoutService.class);
	private PairedCutout pair;

	@BeforeEach
	void cutOut() {
		volume(FormulaVolume.raw(DataType.UINT16, PositionFormula.DISTINCT), "em");
		volume(FormulaVolume.labels(DataType.UINT64, IDS), "seg");
		pair = cutouts.open(folder.resolve("em").toString(), folder.resolve("seg")
			.toString()).imageAndSegmentation(CutoutRequest.of(BOX));
	}

	private void volume(final FormulaVolume volume, final String name) {
		volume.scale(new Resolution(4, 4, 40), new Long3(-36, 2000, 5), new Long3(
			200, 160, 9), new Long3(64, 64, 4)).writeTo(folder.resolve(name));
	}

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@ParameterizedTest
	@CsvSource({ "fig.zarr, zarr://, '', /labels/segmentation",
		"fig.zarr3, zarr3://, '', /labels/segmentation",
		"fig.n5, n5://, /em, /segmentation" })
	void saved_isReadBackAsASourceAtTheSamePlace(final String name,
		final String scheme, final String image, final String labels)
	{
		cutouts.save(pair, folder.resolve(name).toString());
		final String address = scheme + folder.resolve(name);

		final ImageryClient client = cutouts.open(address + image, address +
			labels);
		final PairedCutout again = client.imageAndSegmentation(CutoutRequest.of(
			BOX));

		assertEquals(pair.image().box(), client.imageVolume().get().bounds(0));
		assertEquals(pair.image().resolution(), client.imageVolume().get()
			.resolution(0));
		assertEquals(pair.image().dataType(), again.image().dataType());
		assertSame(pair.image().pixels(), again.image().pixels());
		assertSame(pair.segmentation().labels(), again.segmentation().labels());
		assertTrue(again.segmentation().ids()[0] < 0, "ids above 2^63");
	}

	@ParameterizedTest
	@CsvSource({ "fig.zarr, zarr://, ''", "fig.zarr3, zarr3://, ''",
		"fig.n5, n5://, /segmentation" })
	void coarserLabels_areThoseAtTheCentresOfTheirVoxels(final String name,
		final String scheme, final String labels)
	{
		cutouts.save(pair.segmentation(), folder.resolve(name).toString());

		final Volume<?> volume = cutouts.open("", scheme + folder.resolve(name) +
			labels).segmentationVolume().get();

		assertEquals(3, volume.mipCount());
		assertEquals(new Resolution(16, 16, 40), volume.resolution(2));
		final VoxelBox box = volume.bounds(1);
		final RandomAccess<?> coarse = volume.lazy(1).randomAccess();
		for (long y = box.min().y(); y < box.max().y() - 1; y++)
			for (long x = box.min().x(); x < box.max().x() - 1; x++)
				assertEquals(IDS.at((2 * x + 1.5) * 4, (2 * y + 1.5) * 4, (box.min()
					.z() + 0.5) * 40), ((IntegerType<?>) coarse.setPositionAndGet(x, y,
						box.min().z(), 0)).getIntegerLong(), x + ", " + y);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fig.zarr", "fig.zarr3", "fig.n5" })
	void n5Universe_findsEveryScaleInItsPlace(final String name) {
		cutouts.save(pair, folder.resolve(name).toString());
		final boolean isN5 = name.endsWith("n5");

		final SpatialMultiscaleMetadata<?> found = discovered(name, isN5 ? "em"
			: "");

		assertEquals(3, found.getChildrenMetadata().length);
		for (int level = 0; level < 3; level++) {
			final AffineTransform3D toNm = found.getChildrenMetadata()[level]
				.spatialTransform3d();
			final double scale = 4 << level;
			// The centre of the first voxel of this scale.
			assertArrayEquals(new double[] { scale, scale, 40, -20 * 4 + scale / 2,
				2010 * 4 + scale / 2, 6.5 * 40 }, new double[] { toNm.get(0, 0), toNm
					.get(1, 1), toNm.get(2, 2), toNm.get(0, 3), toNm.get(1, 3), toNm.get(
						2, 3) }, 1e-9);
		}
	}

	private SpatialMultiscaleMetadata<?> discovered(final String name,
		final String group)
	{
		final StorageFormat format = name.endsWith("n5") ? StorageFormat.N5 : name
			.endsWith("3") ? StorageFormat.ZARR3 : StorageFormat.ZARR2;
		final N5Reader n5 = new N5Factory().openReader(format, folder.resolve(name)
			.toString());
		final N5TreeNode root = N5DatasetDiscoverer.discover(n5);
		final N5TreeNode node = root.getDescendant(group).orElse(root);
		return (SpatialMultiscaleMetadata<?>) node.getMetadata();
	}

	@Test
	void manifest_listsTheFilesOfTheFolder() {
		cutouts.save(pair, folder.resolve("fig.zarr").toString());

		final Manifest manifest = Manifest.read(folder.resolve(
			"fig.zarr.manifest.json"));

		assertTrue(manifest.files().stream().anyMatch(file -> file.name().equals(
			"fig.zarr/labels/segmentation/.zattrs")), manifest.files().toString());
	}

	@Test
	void zarr3_isDescribedAsTheSpecificationHasIt() throws IOException {
		cutouts.save(pair, folder.resolve("fig.zarr3").toString());

		final JsonObject array = JsonParser.parseString(Files.readString(folder
			.resolve("fig.zarr3/labels/segmentation/0/zarr.json"))).getAsJsonObject();

		assertEquals(
			"[{\"name\":\"bytes\",\"configuration\":{\"endian\":\"little\"}}," +
				"{\"name\":\"gzip\",\"configuration\":{\"level\":6}}]", array.get(
					"codecs").toString());
		assertEquals("[\"z\",\"y\",\"x\"]", array.get("dimension_names")
			.toString());
	}

	@ParameterizedTest
	@CsvSource({ "fig.zarr, .zattrs", "fig.zarr3, zarr.json" })
	void labels_areListedAndNameTheirImage(final String name, final String file)
		throws IOException
	{
		cutouts.save(pair, folder.resolve(name).toString());

		assertEquals("[\"segmentation\"]", attributes(name + "/labels/" + file).get(
			"labels").toString());
		assertEquals("{\"source\":{\"image\":\"../../\"}}", attributes(name +
			"/labels/segmentation/" + file).get("image-label").toString());
	}

	@Test
	void version_isSaidWhereTheSpecificationHasIt() throws IOException {
		cutouts.save(pair, folder.resolve("fig.zarr").toString());
		cutouts.save(pair, folder.resolve("fig.zarr3").toString());

		assertEquals("0.4", attributes("fig.zarr/.zattrs").getAsJsonArray(
			"multiscales").get(0).getAsJsonObject().get("version").getAsString());
		assertEquals("0.5", attributes("fig.zarr3/zarr.json").get("version")
			.getAsString());
	}

	/** Those of OME-Zarr. */
	private JsonObject attributes(final String file) throws IOException {
		final JsonObject all = JsonParser.parseString(Files.readString(folder
			.resolve(file))).getAsJsonObject();
		return all.has("attributes") ? all.getAsJsonObject("attributes")
			.getAsJsonObject("ome") : all;
	}

	@ParameterizedTest
	@ValueSource(strings = { "fig.zarr", "fig.zarr3", "fig.n5" })
	void savedAgain_hasTheSameFiles(final String name) throws IOException {
		cutouts.save(pair, folder.resolve(name).toString());
		final Path other = Files.createDirectory(folder.resolve("other"));
		cutouts.save(pair, other.resolve(name).toString());

		assertEquals(Manifest.read(folder.resolve(name + ".manifest.json")).files(),
			Manifest.read(other.resolve(name + ".manifest.json")).files());
	}

	@Test
	void existingFolder_isNotReplaced() throws IOException {
		Files.createDirectories(folder.resolve("fig.zarr"));
		Files.writeString(folder.resolve("fig.zarr/precious"), "data");

		final CannotWrite refused = assertThrows(CannotWrite.class, () -> cutouts
			.save(pair, folder.resolve("fig.zarr").toString()));

		assertTrue(refused.getMessage().contains("fig.zarr"), refused.getMessage());
		assertEquals("data", Files.readString(folder.resolve("fig.zarr/precious")));
	}

	@Test
	void canceled_leavesNothing() throws IOException {
		final Progress canceled = new Progress() {

			@Override
			public void report(final String task, final long done, final long total) {
				// Not watched.
			}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};

		assertThrows(Canceled.class, () -> cutouts.save(pair, SaveOptions.prefix(
			folder.resolve("fig.zarr")), canceled));

		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(List.of("em", "seg"), left.map(f -> f.getFileName()
				.toString()).sorted().toList());
		}
	}

	@Test
	void fittedToARegion_liesOnItsOwnGrid() {
		final ImageryClient client = cutouts.open(folder.resolve("em").toString(),
			"");
		cutouts.save(client.image(CutoutRequest.of(Region.bounds(0, 1005, 6, 40,
			1040, 9).at(new Resolution(8, 8, 40))).withFit(Fit.BOUNDS)), folder
				.resolve("fitted.zarr").toString());

		final Volume<?> volume = cutouts.open("zarr://" + folder.resolve(
			"fitted.zarr"), "").imageVolume().get();

		assertEquals(new VoxelBox(new Long3(0, 1005, 6), new Long3(40, 1040, 9)),
			volume.bounds(0));
		assertEquals(new Resolution(8, 8, 40), volume.resolution(0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "zarr://", "zarr3://", "n5://" })
	void addressOfNothing_isSaid(final String scheme) {
		final SourceNotFound missing = assertThrows(SourceNotFound.class,
			() -> cutouts.open(scheme + folder.resolve("nowhere"), ""));

		assertTrue(missing.getMessage().contains("nowhere"), missing.getMessage());
		assertFalse(Files.exists(folder.resolve("nowhere")));
	}

	@Test
	void roots_areSelectedAsInAnyOtherSegmentation() {
		cutouts.save(pair, folder.resolve("fig.zarr").toString());
		final long id = pair.segmentation().ids()[1];

		final ImageryClient client = cutouts.open("", "zarr://" + folder.resolve(
			"fig.zarr/labels/segmentation"));

		assertArrayEquals(new long[] { id }, client.segmentation(BOX, RootSelection
			.ofBits(id)).ids());
	}

	private static void assertSame(final RandomAccessibleInterval<?> expected,
		final RandomAccessibleInterval<?> found)
	{
		assertArrayEquals(expected.dimensionsAsLongArray(), found
			.dimensionsAsLongArray());
		final var a = expected.cursor();
		final var b = found.cursor();
		while (a.hasNext())
			assertEquals(((IntegerType<?>) a.next()).getIntegerLong(),
				((IntegerType<?>) b.next()).getIntegerLong());
	}
}
