// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

/** Imagery. */
public record ImageLayer(String name, LayerSource source, boolean isVisible)
	implements Layer
{}
