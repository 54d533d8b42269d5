// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

/** A layer of a {@link NeuroglancerState} that shows a volume. */
public sealed
interface Layer

permits ImageLayer, SegmentationLayer
{

	/** As the viewer calls it. */
	String name();

	LayerSource source();

	/** Whether it is shown, or but listed. */
	boolean isVisible();
}
