// SPDX-License-Identifier: BSD-2-Clause

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reading XML that nothing outside of it can add to. */
final class Xml {

	private Xml() {}

	/** The root element. */
	static Element parse(final InputStream in) throws IOException {
		try {
			final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
			factory.setExpandEntityReferences(false);
			return factory.newDocumentBuilder().parse(in).getDocumentElement();
		}
		catch (final ParserConfigurationException e) {
			throw new IllegalStateException(e);
		}
		catch (final SAXException e) {
			throw new IOException("Expected XML but " + e.getMessage(), e);
		}
	}

	/** The elements of this name right below one. */
	static Stream<Element> children(final Element parent, final String name) {
		final NodeList nodes = parent.getChildNodes();
		return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(n -> name.equals(n.getNodeName())).map(
			Element.class::cast);
	}

	static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}
