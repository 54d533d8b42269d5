// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class LegendTest {

	private static final long[] IDS = { 864691135571546917L, -1L };

	private static final RootColors COLORS = RootColors.fixed(Map.of(
		"864691135571546917", "#ff8000", "18446744073709551615", "#0000ff80"));

	@Test
	void svg_hasTheIdsInTheirOrder() throws Exception {
		final Document svg = svg();

		assertEquals("864691135571546917", svg.getElementsByTagName("text").item(0)
			.getTextContent());
		assertEquals("18446744073709551615", svg.getElementsByTagName("text").item(
			1).getTextContent());
	}

	@Test
	void svg_hasTheColourBesideItsId() throws Exception {
		final Document svg = svg();

		for (int i = 0; i < 2; i++) {
			final Element box = (Element) svg.getElementsByTagName("rect").item(i);
			final Element text = (Element) svg.getElementsByTagName("text").item(i);
			assertEquals(i == 0 ? "#ff8000" : "#0000ff", box.getAttribute("fill"));
			assertTrue(number(text, "y") > number(box, "y") && number(text,
				"y") <= number(box, "y") + number(box, "height") + 2);
		}
	}

	@Test
	void svg_hasTheAlphaOfTheColour() throws Exception {
		final Element box = (Element) svg().getElementsByTagName("rect").item(1);

		assertEquals(128 / 255.0, number(box, "fill-opacity"), 1e-9);
	}

	@Test
	void svg_isHighEnoughForAllRows() throws Exception {
		final Document svg = svg();

		assertTrue(number(svg.getDocumentElement(), "height") > number((Element) svg
			.getElementsByTagName("text").item(1), "y"));
	}

	private static Document svg() throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(
			new InputSource(new StringReader(Legend.of(IDS, COLORS).toSvg())));
	}

	private static double number(final Element element, final String attribute) {
		return Double.parseDouble(element.getAttribute(attribute));
	}

	@Test
	void scheme_isTheExpectedOneOrATable() {
		final Legend legend = Legend.of(new long[] { 5, -1 }, ColorScheme.parse(
			"tab10").forIds(5, -1));

		assertEquals(ColorScheme.parse("tab10"), legend.scheme(ColorScheme.parse(
			"tab10")));
		assertEquals(ColorScheme.parse(
			"5=#1f77b4 18446744073709551615=#ff7f0e white"), legend.scheme(ColorScheme
				.hashed(0)));
	}
}
