// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import net.imagej.Dataset;
import net.imagej.DatasetService;

import org.imageryclient.cutout.SegmentationCutout;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes labels a dataset of 64-bit ids. */
@Plugin(type = Converter.class)
public final class SegmentationCutoutToDataset extends
	AbstractConverter<SegmentationCutout, Dataset>
{

	@Parameter
	private DatasetService datasets;

	@Override
	public <T> T convert(final Object source, final Class<T> type) {
		return type.cast(new CutoutDatasets(datasets).labels(
			(SegmentationCutout) source));
	}

	@Override
	public Class<Dataset> getOutputType() {
		return Dataset.class;
	}

	@Override
	public Class<SegmentationCutout> getInputType() {
		return SegmentationCutout.class;
	}
}
