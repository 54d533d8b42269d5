// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import net.imagej.Dataset;
import net.imagej.DatasetService;

import org.imageryclient.cutout.ImageCutout;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes imagery a dataset, for every command that wants one. */
@Plugin(type = Converter.class)
public final class ImageCutoutToDataset extends
	AbstractConverter<ImageCutout<?>, Dataset>
{

	@Parameter
	private DatasetService datasets;

	@Override
	public <T> T convert(final Object source, final Class<T> type) {
		return type.cast(new CutoutDatasets(datasets).of((ImageCutout<?>) source));
	}

	@Override
	public Class<Dataset> getOutputType() {
		return Dataset.class;
	}

	@Override
	@SuppressWarnings("unchecked")
	public Class<ImageCutout<?>> getInputType() {
		return (Class<ImageCutout<?>>) (Class<?>) ImageCutout.class;
	}
}
