// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/**
 * Public data sets: imagery, segmentation, and the paper. Each is an entry of
 * the menu, whose names begin alike, so that they stand together among Fiji's
 * other samples.
 */
public final class PublicSamples {

	private static final String MENU = "File>Open Samples>";

	private PublicSamples() {}

	@Plugin(type = Command.class, headless = true, menuPath = PublicSamples.MENU +
		Kasthuri2011.NAME)
	public static final class Kasthuri2011 extends SampleCommand {

		static final String NAME = "EM Mouse Cortex (Kasthuri 2011)";

		public Kasthuri2011() {
			super(NAME,
				"precomputed://gs://neuroglancer-public-data/kasthuri2011/image_color_corrected",
				"precomputed://gs://neuroglancer-public-data/kasthuri2011/ground_truth",
				"Kasthuri et al. 2015, Cell");
		}
	}

	@Plugin(type = Command.class, headless = true, menuPath = PublicSamples.MENU +
		Minnie65.NAME)
	public static final class Minnie65 extends SampleCommand {

		static final String NAME = "EM Mouse Visual Cortex (MICrONS minnie65)";

		public Minnie65() {
			super(NAME,
				"precomputed://https://bossdb-open-data.s3.amazonaws.com/iarpa_microns/minnie/minnie65/em",
				"precomputed://gs://iarpa_microns/minnie/minnie65/seg_m1300",
				"MICrONS Consortium 2025, Nature");
		}
	}

	@Plugin(type = Command.class, headless = true, menuPath = PublicSamples.MENU +
		H01.NAME)
	public static final class H01 extends SampleCommand {

		static final String NAME = "EM Human Cortex (H01)";

		public H01() {
			super(NAME, "precomputed://gs://h01-release/data/20210601/4nm_raw",
				"precomputed://gs://h01-release/data/20210601/c3",
				"Shapson-Coe et al. 2024, Science");
		}
	}

	@Plugin(type = Command.class, headless = true, menuPath = PublicSamples.MENU +
		Hemibrain.NAME)
	public static final class Hemibrain extends SampleCommand {

		static final String NAME = "EM Fly Brain (Hemibrain)";

		public Hemibrain() {
			super(NAME,
				"precomputed://gs://neuroglancer-janelia-flyem-hemibrain/emdata/clahe_yz/jpeg",
				"precomputed://gs://neuroglancer-janelia-flyem-hemibrain/v1.2/segmentation",
				"Scheffer et al. 2020, eLife");
		}
	}

	@Plugin(type = Command.class, headless = true, menuPath = PublicSamples.MENU +
		FlyWire.NAME)
	public static final class FlyWire extends SampleCommand {

		static final String NAME = "EM Fly Brain (FlyWire 783)";

		public FlyWire() {
			super(NAME,
				"precomputed://https://bossdb-open-data.s3.amazonaws.com/flywire/fafbv14",
				"precomputed://gs://flywire_v141_m783",
				"Zheng et al. 2018, Cell, and Dorkenwald et al. 2024, Nature");
		}
	}

	@Plugin(type = Command.class, headless = true, menuPath = PublicSamples.MENU +
		Fafb.NAME)
	public static final class Fafb extends SampleCommand {

		static final String NAME = "EM Fly Brain (FAFB with FFN1)";

		public Fafb() {
			super(NAME,
				"precomputed://gs://neuroglancer-fafb-data/fafb_v14/fafb_v14_clahe",
				"precomputed://gs://fafb-ffn1-20190805/segmentation",
				"Zheng et al. 2018, Cell, and Li et al. 2019, bioRxiv");
		}
	}

	@Plugin(type = Command.class, headless = true, menuPath = PublicSamples.MENU +
		Fib25.NAME)
	public static final class Fib25 extends SampleCommand {

		static final String NAME = "EM Fly Medulla (FIB-25)";

		public Fib25() {
			super(NAME,
				"precomputed://gs://neuroglancer-public-data/flyem_fib-25/image",
				"precomputed://gs://neuroglancer-public-data/flyem_fib-25/ground_truth",
				"Takemura et al. 2015, PNAS");
		}
	}
}
