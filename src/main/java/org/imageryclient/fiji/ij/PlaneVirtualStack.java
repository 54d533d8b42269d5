// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.VirtualStack;
import ij.process.ImageProcessor;

import org.imageryclient.Progress;
import org.imageryclient.picture.PlaneStack;

/**
 * A stack whose slices are made when ImageJ's writer asks for them, channel by
 * channel within each z.
 */
final class PlaneVirtualStack extends VirtualStack {

	private final PlaneStack stack;
	private final ImageJSamples samples;
	private final Progress progress;

	PlaneVirtualStack(final PlaneStack stack, final ImageJSamples samples,
		final Progress progress)
	{
		super((int) stack.size().x(), (int) stack.size().y());
		this.stack = stack;
		this.samples = samples;
		this.progress = progress;
	}

	@Override
	public int getSize() {
		return Math.toIntExact(stack.size().z() * stack.channels());
	}

	@Override
	public int getBitDepth() {
		return samples.bitDepth();
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		progress.checkCanceled();
		progress.report("Saving stack", n - 1L, getSize());
		final int channel = (n - 1) % stack.channels();
		final int z = (n - 1) / stack.channels();
		return samples.processor(getWidth(), getHeight(), samples.pixels(stack
			.plane(channel, z)));
	}
}
