// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.shard;

/** How bytes are compressed inside a shard file. */
public enum DataEncoding {
		RAW, GZIP
}
