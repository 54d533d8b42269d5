// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.widget.InputHarvester;
import org.scijava.widget.InputPanel;

/**
 * Answers in place of a person, where SciJava would open a dialog: subclasses
 * say what, in {@code process}.
 */
public abstract class PersonAtDialog extends AbstractPreprocessorPlugin
	implements InputHarvester<Object, Object>
{

	@Override
	public InputPanel<Object, Object> createInputPanel() {
		throw new AssertionError();
	}

	@Override
	public void buildPanel(final InputPanel<Object, Object> panel,
		final Module module)
	{
		throw new AssertionError();
	}

	@Override
	public boolean harvestInputs(final InputPanel<Object, Object> panel,
		final Module module)
	{
		throw new AssertionError();
	}

	@Override
	public void processResults(final InputPanel<Object, Object> panel,
		final Module module)
	{
		throw new AssertionError();
	}
}
