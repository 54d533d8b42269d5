// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

/**
 * A case that the runner does not understand: an unknown method, argument or
 * form. It fails, so that nothing of a case is silently left out.
 */
final class CaseProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CaseProblem(final String message) {
		super(message);
	}
}
