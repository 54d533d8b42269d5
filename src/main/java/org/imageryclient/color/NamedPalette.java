// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The qualitative palettes that seaborn 0.13 and matplotlib 3 have by name.
 * Those of ColorBrewer (Set1 to Dark2) are by Cynthia Brewer, colorbrewer2.org.
 */
enum NamedPalette implements Palette {

		TAB10("tab10", //
			"1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf"), //
		TAB20("tab20", //
			"1f77b4 aec7e8 ff7f0e ffbb78 2ca02c 98df8a d62728 ff9896 9467bd c5b0d5 " + //
				"8c564b c49c94 e377c2 f7b6d2 7f7f7f c7c7c7 bcbd22 dbdb8d 17becf 9edae5"), //
		TAB20B("tab20b", //
			"393b79 5254a3 6b6ecf 9c9ede 637939 8ca252 b5cf6b cedb9c 8c6d31 bd9e39 " + //
				"e7ba52 e7cb94 843c39 ad494a d6616b e7969c 7b4173 a55194 ce6dbd de9ed6"), //
		TAB20C("tab20c", //
			"3182bd 6baed6 9ecae1 c6dbef e6550d fd8d3c fdae6b fdd0a2 31a354 74c476 " + //
				"a1d99b c7e9c0 756bb1 9e9ac8 bcbddc dadaeb 636363 969696 bdbdbd d9d9d9"), //
		SET1("Set1", //
			"e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999"), //
		SET2("Set2", //
			"66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3"), //
		SET3("Set3", //
			"8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 bc80bd " + //
				"ccebc5 ffed6f"), //
		PAIRED("Paired", //
			"a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a " + //
				"ffff99 b15928"), //
		ACCENT("Accent", //
			"7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666"), //
		PASTEL1("Pastel1", //
			"fbb4ae b3cde3 ccebc5 decbe4 fed9a6 ffffcc e5d8bd fddaec f2f2f2"), //
		PASTEL2("Pastel2", //
			"b3e2cd fdcdac cbd5e8 f4cae4 e6f5c9 fff2ae f1e2cc cccccc"), //
		DARK2("Dark2", //
			"1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666"), //
		DEEP("deep", //
			"4c72b0 dd8452 55a868 c44e52 8172b3 937860 da8bc3 8c8c8c ccb974 64b5cd"), //
		MUTED("muted", //
			"4878d0 ee854a 6acc64 d65f5f 956cb4 8c613c dc7ec0 797979 d5bb67 82c6e2"), //
		BRIGHT("bright", //
			"023eff ff7c00 1ac938 e8000b 8b2be2 9f4800 f14cc1 a3a3a3 ffc400 00d7ff"), //
		PASTEL("pastel", //
			"a1c9f4 ffb482 8de5a1 ff9f9b d0bbff debb9b fab0e4 cfcfcf fffea3 b9f2f0"), //
		DARK("dark", //
			"001c7f b1400d 12711c 8c0800 591e71 592f0d a23582 3c3c3c b8850a 006374"), //
		COLORBLIND("colorblind", //
			"0173b2 de8f05 029e73 d55e00 cc78bc ca9161 fbafe4 949494 ece133 56b4e9");

	private final String title;
	private final int[] table;

	NamedPalette(final String title, final String hex) {
		this.title = title;
		table = Arrays.stream(hex.split(" ")).mapToInt(rgb -> Integer.parseInt(rgb,
			16)).toArray();
	}

	static Palette of(final String name) {
		return Arrays.stream(values()).filter(p -> p.name().equalsIgnoreCase(name))
			.findFirst().orElseThrow(() -> new IllegalArgumentException(
				"Expected a palette of husl, hls, " + Arrays.stream(values()).map(
					NamedPalette::toString).collect(Collectors.joining(", ")) +
					" but got \"" + name + "\"."));
	}

	@Override
	public double[][] colors(final int count) {
		final double[][] colors = new double[count][];
		for (int i = 0; i < count; i++) {
			final int rgb = table[i % table.length];
			colors[i] = new double[] { (rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0,
				(rgb & 0xff) / 255.0 };
		}
		return colors;
	}

	@Override
	public String toString() {
		return title;
	}
}
