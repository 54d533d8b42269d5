// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.imageryclient.Progress;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.export.CutoutWriter;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.export.Subject;
import org.imageryclient.fiji.service.CutoutFormat;
import org.imageryclient.overlay.Figure;
import org.imageryclient.overlay.Overlay;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Plugin;

/**
 * A pair as it is seen: {@code fig.png} is imagery with coloured labels over
 * it, one voxel a pixel; one picture, or for several slices
 * {@code fig_slice_0.png} and so on. A figure, with its scale bar and legend.
 */
@Plugin(type = CutoutFormat.class)
public final class OverlayFormat extends AbstractHandlerPlugin<String>
	implements CutoutFormat
{

	private final CutoutWriter writer = new CutoutWriter(new ImageJSliceWriter(),
		new ImageJStackWriter());

	@Override
	public String description() {
		return "overlay picture (.png)";
	}

	@Override
	public boolean supports(final String target) {
		return target.toLowerCase(Locale.ROOT).endsWith(".png");
	}

	@Override
	public boolean canSave(final Object cutout) {
		return cutout instanceof PairedCutout || cutout instanceof Figure;
	}

	@Override
	public List<Path> save(final Object cutout, final SaveOptions options,
		final Progress progress)
	{
		if (cutout instanceof Figure figure) return new FigureFiles(figure, options)
			.flat(progress);
		final PairedCutout pair = (PairedCutout) cutout;
		final Overlay plain = Overlay.of(pair).colors(options.colors()).alpha(
			Figure.USUAL_ALPHA).acrossAxis(options.sliceAxis());
		final Overlay overlay = options.range().map(range -> plain.over(pair
			.image(), range)).orElse(plain);
		return writer.savePictures(Subject.of(pair), overlay.count(),
			slice -> overlay.picture(slice).toRgb(), options, progress);
	}
}
