// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Files;
import java.nio.file.Path;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.picture.Picture;
import org.imageryclient.Progress;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.mask.LabelImage;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.precomputed.DataType;

/** Stacks, masks and writers to save them with. */
final class SmallStacks {

	static final long ROOT = 864691135571546917L;

	private SmallStacks() {}

	static CutoutWriter writer(final WritePicture write) {
		return new CutoutWriter(new Pictures(write), new StackWriter() {

			@Override
			public String extension() {
				return "tif";
			}

			@Override
			public void write(final PlaneStack stack, final Path file,
				final Progress progress)
			{
				throw new AssertionError("no stack is written here");
			}
		});
	}

	static PlaneStack grey(final int... size) {
		final Object[] planes = new Object[size[2]];
		for (int z = 0; z < size[2]; z++)
			planes[z] = new byte[size[0] * size[1]];
		return stack(DataType.UINT8, size[0], size[1], size[2], planes);
	}

	/** Sample n of the stack, x fastest, is n. */
	static PlaneStack counting(final int... size) {
		final Object[] planes = new Object[size[2]];
		for (int z = 0; z < size[2]; z++) {
			final byte[] plane = new byte[size[0] * size[1]];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (byte) (z * plane.length + i);
			planes[z] = plane;
		}
		return stack(DataType.UINT8, size[0], size[1], size[2], planes);
	}

	static PlaneStack stack(final DataType type, final int width,
		final int height, final int depth, final Object... planes)
	{
		return new PlaneStack() {

			@Override
			public Long3 size() {
				return new Long3(width, height, depth);
			}

			@Override
			public int channels() {
				return planes.length / depth;
			}

			@Override
			public DataType dataType() {
				return type;
			}

			@Override
			public Resolution resolution() {
				return new Resolution(4, 4, 40);
			}

			@Override
			public Long3 origin() {
				return Long3.ZERO;
			}

			@Override
			public Object plane(final int channel, final int z) {
				return planes[z + depth * channel];
			}
		};
	}

	/**
	 * Two voxels along x and z: the first root in one corner, the other in
	 * another.
	 */
	static MaskSet masks() {
		final PlanarImg<UnsignedIntType, ?> indices = PlanarImgs.unsignedInts(2, 1,
			2);
		indices.getAt(0, 0, 0).set(1);
		indices.getAt(1, 0, 1).set(2);
		return MaskSet.of(LabelImage.of(indices, new long[] { 0, ROOT, -1L }));
	}

	interface WritePicture {

		void write(Picture picture, Path file) throws IOException;
	}

	/** Hands pictures on. */
	static final class Pictures implements SliceWriter {

		private final WritePicture write;

		Pictures(final WritePicture write) {
			this.write = write;
		}

		@Override
		public String extension() {
			return "png";
		}

		@Override
		public SliceWriter withCompression(final int level) {
			return new Pictures((picture, file) -> {
				write.write(picture, file);
				Files.writeString(file, "level " + level);
			});
		}

		@Override
		public void write(final Picture picture, final Path file)
			throws IOException
		{
			write.write(picture, file);
		}
	}

	/** Writes what stacks say of themselves, in place of their voxels. */
	static final class Stacks implements StackWriter {

		@Override
		public String extension() {
			return "tif";
		}

		@Override
		public void write(final PlaneStack stack, final Path file,
			final Progress progress) throws IOException
		{
			Files.writeString(file, stack.notes());
		}
	}
}
