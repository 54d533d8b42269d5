// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import org.imageryclient.picture.DerivedStack;
import org.imageryclient.picture.PlaneStack;

/** A stack with more to say to the readers of its file. */
record NotedStack(PlaneStack stack, String more) implements DerivedStack {

	/** Those of the stack, then a line more. */
	@Override
	public String notes() {
		return stack.notes() + more + "\n";
	}
}
