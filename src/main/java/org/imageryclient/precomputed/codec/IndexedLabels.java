// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

/**
 * The labels of one chunk as positions in a table of ids.
 *
 * @param indices one per voxel, x fastest, then y, z; each below
 *          {@code ids.length}
 * @param ids unsigned 64-bit ids, each once, in no order; every one occurs
 */
public record IndexedLabels(int[] indices, long[] ids) {}
