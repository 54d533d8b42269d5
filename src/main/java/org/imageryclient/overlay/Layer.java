// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import org.imageryclient.picture.Picture;

/**
 * What is drawn of one mask in one picture, by itself.
 *
 * @param id of the mask, unsigned
 * @param left of the shape, in pixels of the picture
 * @param top the same
 * @param shape in its colour, the overlay's opacity included
 */
public record Layer(long id, int left, int top, Picture.Mask shape) {}
