// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.util.Map;

/** A command whose dialog opens with certain values instead of the last. */
interface PresetInputs {

	/** From the name of an input to its value. */
	Map<String, Object> presets();
}
