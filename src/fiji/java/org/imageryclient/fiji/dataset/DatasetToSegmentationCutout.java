// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import java.lang.reflect.Type;

import net.imagej.Dataset;
import net.imagej.units.UnitService;

import org.imageryclient.cutout.SegmentationCutout;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Makes a dataset of ids that lies in nm labels of ours, to show or save them.
 */
@Plugin(type = Converter.class)
public final class DatasetToSegmentationCutout extends
	AbstractConverter<Dataset, SegmentationCutout>
{

	@Parameter
	private UnitService units;

	@Override
	public boolean canConvert(final Object source, final Type type) {
		return super.canConvert(source, type) && fits(source);
	}

	@Override
	public boolean canConvert(final Object source, final Class<?> type) {
		return super.canConvert(source, type) && fits(source);
	}

	private boolean fits(final Object source) {
		return source instanceof Dataset dataset && DatasetCutouts.areIds(
			dataset) && NmAxes.areThere(dataset, units);
	}

	@Override
	public <T> T convert(final Object source, final Class<T> type) {
		return type.cast(new DatasetCutouts(units).labels((Dataset) source));
	}

	@Override
	public Class<SegmentationCutout> getOutputType() {
		return SegmentationCutout.class;
	}

	@Override
	public Class<Dataset> getInputType() {
		return Dataset.class;
	}
}
