// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.precomputed.DataType;

/** A stack with more to say to the readers of its file. */
record NotedStack(PlaneStack stack, String more) implements PlaneStack {

	@Override
	public Long3 size() {
		return stack.size();
	}

	@Override
	public int channels() {
		return stack.channels();
	}

	@Override
	public DataType dataType() {
		return stack.dataType();
	}

	@Override
	public Resolution resolution() {
		return stack.resolution();
	}

	@Override
	public Long3 origin() {
		return stack.origin();
	}

	@Override
	public Object plane(final int channel, final int z) {
		return stack.plane(channel, z);
	}

	/** Those of the stack, then a line more. */
	@Override
	public String notes() {
		return stack.notes() + more + "\n";
	}
}
