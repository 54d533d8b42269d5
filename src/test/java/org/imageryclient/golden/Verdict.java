// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

/** How a case ended. */
sealed
interface Verdict {

	/** What came out is what the case asks for. */
	record Passed() implements Verdict {}

	/** Something else came out; {@code difference} is the first one. */
	record Failed(String difference) implements Verdict {}

	/** This version does not do it, and says so itself. */
	record NotSupported(String reason) implements Verdict {}

	Verdict PASSED = new Passed();
}
