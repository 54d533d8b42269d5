// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

/**
 * Walks over the blocks of one channel of compressed_segmentation. For each
 * block it checks what the header says and finds out which entries of the
 * block's table are used; subclasses look those up once and then copy them to
 * the voxels, so that the loops over voxels need no checks.
 * <p>
 * Fields describe the block at hand. Used by one thread, once.
 * </p>
 */
abstract class BlockDecoder {

	/** Tables up to this size are looked up before the voxels are. */
	static final int MAX_PALETTE_BITS = 8;

	final BlockLayout layout;

	final int[] words;

	/** The first voxel of the block in the output. */
	int at;

	/** The part of the block inside the chunk, in voxels. */
	int nx;

	int ny;

	int nz;

	/** Bits per voxel. */
	int bits;

	/** The first word of the packed voxels. */
	int values;

	private final int offset;

	/** The first word of the table; may lie outside the chunk. */
	private long table;

	private int headerWord;

	private final UsedEntries used = new UsedEntries();

	/**
	 * @param offset of the channel's first voxel in the output
	 */
	BlockDecoder(final BlockLayout layout, final int offset) {
		this.layout = layout;
		this.words = layout.words();
		this.offset = offset;
	}

	/** Sets all voxels of the block to one table entry, at this word. */
	abstract void fill(int word);

	/** Makes an entry of the palette from the table entry at this word. */
	abstract void setPalette(int entry, int word);

	/** Copies palette entries to the voxels of the block. */
	abstract void unpack();

	/** Sets one voxel to the table entry at this word. */
	abstract void set(int voxel, int word);

	/**
	 * @throws MalformedChunk if the chunk is broken
	 */
	final void run() {
		int header = layout.base();
		for (int z = 0; z < layout.sizeZ(); z += layout.blockZ()) {
			nz = Math.min(layout.blockZ(), layout.sizeZ() - z);
			for (int y = 0; y < layout.sizeY(); y += layout.blockY()) {
				ny = Math.min(layout.blockY(), layout.sizeY() - y);
				final int row = offset + layout.sizeX() * (y + layout.sizeY() * z);
				header = rowOfBlocks(header, row);
			}
		}
	}

	/** Decodes all blocks of equal y and z; returns the next header. */
	private int rowOfBlocks(final int firstHeader, final int row) {
		int header = firstHeader;
		int x = 0;
		while (x < layout.sizeX()) {
			readHeader(header);
			at = row + x;
			int end = endOfBlock(x);
			if (bits == 0) {
				final int entry = entry(0);
				// Neighbours of the same single label are filled in one go.
				while (end < layout.sizeX() && isUniform(header + 2, entry)) {
					header += 2;
					end = endOfBlock(end);
				}
				nx = end - x;
				fill(entry);
			}
			else {
				nx = end - x;
				decodeVoxels();
			}
			header += 2;
			x = end;
		}
		return header;
	}

	/** The end of the block that begins at x; it may be clipped. */
	private int endOfBlock(final int x) {
		return (int) Math.min(layout.sizeX(), (long) x + layout.blockX());
	}

	private void readHeader(final int header) {
		headerWord = header;
		bits = words[header] >>> 24;
		table = layout.base() + (words[header] & 0xffffffL);
		if (bits > 32 || Integer.bitCount(bits) > 1) throw malformed(
			"Expected 0, 1, 2, 4, 8, 16 or 32 bits per voxel in the header of a block but was " +
				bits, header);
	}

	/** Whether a block is of the one label that is at this word. */
	private boolean isUniform(final int header, final int entry) {
		if (words[header] >>> 24 != 0) return false;
		final long other = layout.base() + (words[header] & 0xffffffL);
		if (other == entry) return true;
		if (other + layout.entryWords() > words.length) return false;
		for (int i = 0; i < layout.entryWords(); i++)
			if (words[(int) other + i] != words[entry + i]) return false;
		return true;
	}

	private void decodeVoxels() {
		// The end of the last voxel inside the chunk: what follows need not be
		// there.
		final long last = nx - 1 + (long) layout.blockX() * (ny - 1 + (long) layout
			.blockY() * (nz - 1));
		final long start = layout.base() + Integer.toUnsignedLong(words[headerWord +
			1]);
		final long end = start + ((last + 1) * bits + 31) / 32;
		if (end > words.length) throw malformed("Expected packed voxels of " +
			bits + " bits from word " + start + " to " + end +
			" but was the end of the chunk at word " + words.length, headerWord + 1);
		values = (int) start;
		if (bits > MAX_PALETTE_BITS) {
			decodeWide();
			return;
		}
		findUsed();
		for (int entry = 0; entry < 1 << bits; entry++)
			if (used.contains(entry)) setPalette(entry, entry(entry));
		unpack();
	}

	/** The word of a table entry. */
	private int entry(final long index) {
		final long word = table + index * layout.entryWords();
		if (word + layout.entryWords() > words.length) throw malformed(
			"Expected entry " + index + " of the table of a block at word " + word +
				" but was the end of the chunk at word " + words.length, headerWord);
		return (int) word;
	}

	/** 16 and 32 bits: their tables may be larger than the block. */
	private void decodeWide() {
		final long mask = (1L << bits) - 1;
		for (int z = 0; z < nz; z++) {
			for (int y = 0; y < ny; y++) {
				final int field = layout.blockX() * (y + layout.blockY() * z);
				final int out = at + layout.sizeX() * (y + layout.sizeY() * z);
				for (int x = 0; x < nx; x++) {
					final int bit = (field + x) * bits;
					final int packed = words[values + (bit >>> 5)] >>> bit;
					set(out + x, entry(packed & mask));
				}
			}
		}
	}

	/** Notes which entries of the table any voxel inside the chunk uses. */
	private void findUsed() {
		used.clear(bits);
		final boolean wholeRows = nx == layout.blockX();
		if (wholeRows && ny == layout.blockY()) {
			used.add(words, values, 0, nx * ny * nz);
			return;
		}
		for (int z = 0; z < nz; z++) {
			final int plane = layout.blockX() * layout.blockY() * z;
			if (wholeRows) used.add(words, values, plane, nx * ny);
			else for (int y = 0; y < ny; y++)
				used.add(words, values, plane + layout.blockX() * y, nx);
		}
	}

	/** The number in the block of the first voxel of a plane. */
	final int firstVoxel(final int z) {
		return layout.blockX() * layout.blockY() * z;
	}

	/** Where the first voxel of a plane of the block is in the output. */
	final int row(final int z) {
		return at + layout.sizeX() * layout.sizeY() * z;
	}

	/** The packed voxels from a bit of the block on, up to the word's end. */
	final int packed(final int bit) {
		return words[values + (bit >>> 5)] >>> bit;
	}

	private static MalformedChunk malformed(final String expectedAndFound,
		final int word)
	{
		return new MalformedChunk(expectedAndFound, 4L * word);
	}
}
