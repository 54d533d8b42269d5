// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.picture;

import java.util.Optional;

import org.imageryclient.cutout.Cutout;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.DataType;

/** A stack that is another in all but what it overrides. */
public interface DerivedStack extends PlaneStack {

	/** The other. */
	PlaneStack stack();

	@Override
	default Long3 size() {
		return stack().size();
	}

	@Override
	default int channels() {
		return stack().channels();
	}

	@Override
	default DataType dataType() {
		return stack().dataType();
	}

	@Override
	default Resolution resolution() {
		return stack().resolution();
	}

	@Override
	default Long3 origin() {
		return stack().origin();
	}

	@Override
	default Object plane(final int channel, final int z) {
		return stack().plane(channel, z);
	}

	@Override
	default String notes() {
		return stack().notes();
	}

	@Override
	default Optional<Cutout> cutout() {
		return stack().cutout();
	}
}
