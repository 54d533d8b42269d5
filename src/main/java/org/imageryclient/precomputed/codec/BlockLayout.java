// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

/**
 * Where the blocks of one channel are.
 *
 * @param words the whole chunk
 * @param base the first word of the channel: its block headers
 * @param sizeX of the chunk in voxels
 * @param blockX of a block in voxels
 * @param entryWords words of one table entry: 1 or 2
 */
record BlockLayout(int[] words, int base, int sizeX, int sizeY, int sizeZ,
	int blockX, int blockY, int blockZ, int entryWords)
{}
