// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.Point;

/**
 * One scale of a multi-scale image as its metadata has it.
 *
 * @param path of its array, in the container
 * @param nm size of its voxels
 * @param translation in nm: where its first voxel is
 */
record StoredLevel(String path, Resolution nm, Point translation) {}
