// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Locale;

import org.imageryclient.geom.Resolution;

/** A plan as people read it. */
final class PlanText {

	private PlanText() {}

	static String of(final CutoutPlan plan) {
		final StringBuilder text = new StringBuilder();
		text.append("region        ").append(plan.request().region().at(plan
			.frame())).append("\nfit           ").append(word(plan.fit())).append(
				", resample ").append(word(plan.request().resample())).append('\n');
		plan.image().ifPresent(side -> append(text, "imagery      ", side));
		plan.segmentation().ifPresent(side -> {
			append(text, "segmentation ", side);
			text.append("  roots       ").append(plan.request().roots().describe())
				.append(side.looksUpRoots() ? ", looked up on the server\n"
					: ", as stored\n");
		});
		return text.append("memory        ").append(HumanUnits.bytes(plan
			.resultBytes())).append(" for the result, at most ").append(HumanUnits
				.bytes(plan.peakBytes())).append(" at once\n").toString();
	}

	static String cost(final CutoutPlan plan) {
		final StringBuilder text = new StringBuilder();
		plan.image().ifPresent(side -> text.append("imagery: ").append(result(
			side)));
		plan.segmentation().ifPresent(side -> text.append("segmentation: ").append(
			result(side)));
		text.append(HumanUnits.count(plan.chunks(), "chunk")).append(", at most ")
			.append(HumanUnits.bytes(plan.chunkBytes())).append(" to fetch\n").append(
				HumanUnits.bytes(plan.resultBytes())).append(" of memory, at most ")
			.append(HumanUnits.bytes(plan.peakBytes())).append(" at once\n");
		return text.append(lookUps(plan)).toString();
	}

	private static String result(final SidePlan side) {
		return HumanUnits.size(side.box().size()) + " voxels of " + side
			.resolution() + ", from mip " + side.mip() + "\n";
	}

	private static String lookUps(final CutoutPlan plan) {
		return plan.segmentation().filter(SidePlan::looksUpRoots).map(
			side -> "roots of at most " + side.readBox().voxelCount() +
				" supervoxels are looked up\n").orElse("no roots are looked up\n");
	}

	private static void append(final StringBuilder text, final String title,
		final SidePlan side)
	{
		text.append(title).append(' ').append(side.source()).append(
			"\n  read        mip ").append(side.mip()).append(" (").append(side
				.mipResolution()).append("), voxels ").append(side.readBox()).append(
					", ").append(HumanUnits.count(side.chunks(), "chunk")).append(
						"\n  result      ").append(HumanUnits.size(side.box().size()))
			.append(" voxels of ").append(side.resolution()).append(" (").append(
				HumanUnits.extent(side.box().size(), side.resolution())).append("), ")
			.append(samples(side)).append(", ").append(side.isResampled() ? origin(
				side.mipResolution()) : "as stored").append('\n');
	}

	private static String samples(final SidePlan side) {
		return side.channels() == 1 ? side.type().word() : side.channels() +
			" channels of " + side.type().word();
	}

	private static String origin(final Resolution from) {
		return "resampled from " + from;
	}

	private static String word(final Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}
}
