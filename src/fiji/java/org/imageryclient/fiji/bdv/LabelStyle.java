// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import com.carrotsearch.hppc.LongHashSet;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

import org.imageryclient.color.RootColors;

/**
 * How labels look: which root has which colour, which are selected, how opaque
 * each kind is. Changes are told to listeners; colours are read from many
 * threads, for every pixel.
 */
final class LabelStyle {

	/** What the colour of a pixel depends on; replaced as a whole. */
	private record Look(int seed, RootColors colors, LongHashSet selected,
		double all, double chosen, double others)
	{}

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final Deque<Integer> earlierSeeds = new ArrayDeque<>();
	private volatile Look look;

	private LabelStyle(final RootColors colors) {
		look = new Look(0, colors, new LongHashSet(), 0.4, 1, 0.35);
	}

	/** In these colours, until they are reshuffled. */
	static LabelStyle of(final RootColors colors) {
		return new LabelStyle(colors);
	}

	/** In Neuroglancer's colours. */
	static LabelStyle hashed() {
		return of(RootColors.hashed());
	}

	/** Called after each change, in the thread that made it. */
	void onChange(final Runnable listener) {
		listeners.add(listener);
	}

	/**
	 * The colour of a root, as opaque as its kind; 0 for the background.
	 *
	 * @return {@code 0xAARRGGBB}
	 */
	int argb(final long root) {
		if (root == 0) return 0;
		final Look now = look;
		final int argb = now.colors.argb(root);
		final double part = now.selected.isEmpty() ? now.all : now.selected
			.contains(root) ? now.chosen : now.all * now.others;
		return (int) Math.round((argb >>> 24) * part) << 24 | argb & 0xffffff;
	}

	/** Selects a root, or no longer selects it. */
	synchronized void toggle(final long root) {
		if (root == 0) return;
		final LongHashSet selected = new LongHashSet(look.selected);
		if (!selected.add(root)) selected.removeAll(root);
		change(new Look(look.seed, look.colors, selected, look.all, look.chosen,
			look.others));
	}

	synchronized void clearSelection() {
		change(new Look(look.seed, look.colors, new LongHashSet(), look.all,
			look.chosen, look.others));
	}

	/** In ascending unsigned order. */
	long[] selected() {
		return Arrays.stream(look.selected.toArray()).map(id -> id ^ Long.MIN_VALUE)
			.sorted().map(id -> id ^ Long.MIN_VALUE).toArray();
	}

	/** As in Neuroglancer: 32 unsigned bits. */
	int seed() {
		return look.seed;
	}

	/** Other colours for all. */
	synchronized void reshuffle(final RandomGenerator random) {
		earlierSeeds.push(look.seed);
		seed(random.nextInt());
	}

	/** The colours before the last reshuffle, if there was one. */
	synchronized void undoReshuffle() {
		if (!earlierSeeds.isEmpty()) seed(earlierSeeds.pop());
	}

	private void seed(final int seed) {
		change(new Look(seed, RootColors.hashed(seed), look.selected, look.all,
			look.chosen, look.others));
	}

	/**
	 * @param all opacity of all where none is selected, 0 to 1
	 * @param chosen of the selected ones
	 * @param others what part of {@code all} those have that are not selected
	 */
	synchronized void opacities(final double all, final double chosen,
		final double others)
	{
		change(new Look(look.seed, look.colors, look.selected, checked(all),
			checked(chosen), checked(others)));
	}

	/** All, selected, not selected. */
	double[] opacities() {
		return new double[] { look.all, look.chosen, look.others };
	}

	private static double checked(final double opacity) {
		if (!(opacity >= 0 && opacity <= 1)) throw new IllegalArgumentException(
			"Expected an opacity from 0 to 1 but got " + opacity + ".");
		return opacity;
	}

	private void change(final Look next) {
		look = next;
		listeners.forEach(Runnable::run);
	}
}
