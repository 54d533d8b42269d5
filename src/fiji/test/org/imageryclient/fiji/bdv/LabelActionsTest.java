// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LabelActionsTest {

	@Test
	void idAbove2To63_isCopiedUnsigned() {
		assertEquals("18446744073709551615", LabelActions.text(-1));
	}
}
