// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.cache.CacheControl;
import bdv.viewer.BasicViewerState;
import bdv.viewer.DisplayMode;
import bdv.viewer.SourceAndConverter;
import bdv.viewer.render.MultiResolutionRenderer;
import bdv.viewer.render.RenderTarget;
import bdv.viewer.render.awt.BufferedImageRenderResult;

import java.awt.image.BufferedImage;
import java.util.List;

import net.imglib2.realtransform.AffineTransform3D;

/**
 * What BigDataViewer draws, without a display: its own renderer, waiting for
 * every pixel.
 */
final class OffScreen {

	private OffScreen() {}

	/**
	 * @param sources images of one channel each
	 * @param view from nm to pixels
	 */
	static BufferedImage draw(final List<SourceAndConverter<?>> sources,
		final AffineTransform3D view, final int width, final int height)
	{
		return drawImages(sources.stream().<List<SourceAndConverter<?>>> map(
			List::of).toList(), view, width, height);
	}

	/** Each image a list of channels. */
	static BufferedImage drawImages(
		final List<List<SourceAndConverter<?>>> images,
		final AffineTransform3D view, final int width, final int height)
	{
		final List<SourceAndConverter<?>> sources = images.stream().flatMap(
			List::stream).toList();
		final BasicViewerState state = new BasicViewerState();
		state.setNumTimepoints(1);
		state.setDisplayMode(DisplayMode.FUSED);
		state.addSources(sources);
		state.setSourcesActive(sources, true);
		state.setViewerTransform(view);
		state.setAccumulateProjectorFactory(new BlendProjector.Factory(images));
		final Target target = new Target(width, height);
		final MultiResolutionRenderer renderer = new MultiResolutionRenderer(target,
			() -> {}, new double[] { 1 }, 0L, 1, null, false,
			new CacheControl.Dummy());
		renderer.requestRepaint();
		renderer.paint(state);
		return target.result.getBufferedImage();
	}

	/** Keeps what was drawn last. */
	private static final class Target implements
		RenderTarget<BufferedImageRenderResult>
	{

		private final int width;
		private final int height;
		private final BufferedImageRenderResult result =
			new BufferedImageRenderResult();

		Target(final int width, final int height) {
			this.width = width;
			this.height = height;
		}

		@Override
		public BufferedImageRenderResult getReusableRenderResult() {
			return result;
		}

		@Override
		public BufferedImageRenderResult createRenderResult() {
			return new BufferedImageRenderResult();
		}

		@Override
		public void setRenderResult(final BufferedImageRenderResult drawn) {
			// It is the one that was lent.
		}

		@Override
		public int getWidth() {
			return width;
		}

		@Override
		public int getHeight() {
			return height;
		}
	}
}
