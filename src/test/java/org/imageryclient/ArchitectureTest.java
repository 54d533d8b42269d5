// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

import org.junit.jupiter.api.Test;

/** Holds the layers of doc/architecture.md: imports point down only. */
class ArchitectureTest {

	/** Those of src/fiji too, where they are built. */
	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ArchitectureTest::isMain).importPackages(
			"org.imageryclient");

	private static final String ROOT = "org.imageryclient";

	private static final String[] SCIJAVA_AND_IMAGEJ = { "org.scijava..", "ij..",
		"net.imagej..", "bdv..", "mpicbg..", "org.janelia..", "java.awt..",
		"javax.swing.." };

	private static final ArchRule EACH_LAYER_USES_ONLY_THOSE_BELOW = Architectures
		.layeredArchitecture().consideringOnlyDependenciesInLayers()
		.withOptionalLayers(true) //
		.layer("base").definedBy(ROOT, ROOT + ".geom", ROOT + ".json") //
		.layer("auth").definedBy(ROOT + ".auth") //
		.layer("http").definedBy(ROOT + ".http") //
		.layer("store").definedBy(ROOT + ".store") //
		.layer("precomputed").definedBy(ROOT + ".precomputed..") //
		.layer("graphene").definedBy(ROOT + ".graphene") //
		.layer("cave").definedBy(ROOT + ".cave") //
		.layer("volume").definedBy(ROOT + ".volume") //
		.layer("mask").definedBy(ROOT + ".mask") //
		.layer("cutout").definedBy(ROOT + ".cutout") //
		.layer("table").definedBy(ROOT + ".table") //
		.layer("color").definedBy(ROOT + ".color") //
		.layer("overlay").definedBy(ROOT + ".overlay") //
		.layer("link").definedBy(ROOT + ".link") //
		.layer("picture").definedBy(ROOT + ".picture") //
		.layer("export").definedBy(ROOT + ".export") //
		.layer("fiji.service").definedBy(ROOT + ".fiji.service") //
		.layer("fiji.command").definedBy(ROOT + ".fiji.command") //
		.layer("fiji.adapters").definedBy(ROOT + ".fiji.ij..", ROOT + ".fiji.bdv..",
			ROOT + ".fiji.dataset..", ROOT + ".fiji.n5..") //
		.whereLayer("auth").mayOnlyAccessLayers("base") //
		.whereLayer("http").mayOnlyAccessLayers("base", "auth") //
		.whereLayer("store").mayOnlyAccessLayers("base", "auth", "http") //
		.whereLayer("precomputed").mayOnlyAccessLayers("base", "auth", "http",
			"store") //
		.whereLayer("graphene").mayOnlyAccessLayers("base", "auth", "http", "store") //
		.whereLayer("cave").mayOnlyAccessLayers("base", "auth", "http", "store") //
		.whereLayer("volume").mayOnlyAccessLayers("base", "auth", "http", "store",
			"precomputed", "graphene", "cave") //
		.whereLayer("mask").mayOnlyAccessLayers("base", "volume") //
		.whereLayer("cutout").mayOnlyAccessLayers("base", "auth", "http", "store",
			"precomputed", "graphene", "cave", "volume", "mask") //
		.whereLayer("table").mayOnlyAccessLayers("base", "precomputed", "volume",
			"mask", "cutout") //
		.whereLayer("color").mayOnlyAccessLayers("base", "mask") //
		.whereLayer("picture").mayOnlyAccessLayers("base", "precomputed", "volume",
			"cutout") //
		.whereLayer("overlay").mayOnlyAccessLayers("base", "volume", "mask",
			"cutout", "color", "picture") //
		.whereLayer("link").mayOnlyAccessLayers("base", "store", "cutout", "mask",
			"color") //
		.whereLayer("export").mayOnlyAccessLayers("base", "store", "precomputed",
			"volume", "mask", "cutout", "table", "color", "picture", "overlay") //
		.whereLayer("fiji.service").mayOnlyBeAccessedByLayers("fiji.command",
			"fiji.adapters") //
		.whereLayer("fiji.command").mayNotBeAccessedByAnyLayer() //
		.whereLayer("fiji.adapters").mayNotBeAccessedByAnyLayer();

	private static final ArchRule BASE_KNOWS_THE_JDK_AND_GSON_ONLY = classes()
		.that().resideInAnyPackage(ROOT, ROOT + ".geom", ROOT + ".json").should()
		.onlyDependOnClassesThat().resideInAnyPackage("java..", "com.google.gson..",
			ROOT, ROOT + ".geom", ROOT + ".json");

	private static final ArchRule ONLY_THE_FIJI_PACKAGES_KNOW_SCIJAVA_IMAGEJ_AND_AWT =
		noClasses().that().resideOutsideOfPackages(ROOT + ".fiji..", ROOT +
			".precomputed.codec").should().dependOnClassesThat().resideInAnyPackage(
				SCIJAVA_AND_IMAGEJ);

	private static final ArchRule IMGLIB2_BEGINS_AT_VOLUME = noClasses().that()
		.resideInAnyPackage(ROOT, ROOT + ".geom", ROOT + ".json", ROOT + ".auth",
			ROOT + ".http", ROOT + ".store", ROOT + ".precomputed..", ROOT +
				".graphene", ROOT + ".cave").should().dependOnClassesThat()
		.resideInAPackage("net.imglib2..");

	private static final ArchRule SOCKETS_ARE_OPENED_BY_HTTP_ONLY = noClasses()
		.that().resideOutsideOfPackage(ROOT + ".http").should()
		.dependOnClassesThat().haveNameMatching(
			"java\\.net\\.(Socket|ServerSocket|URLConnection|HttpURLConnection)|java\\.net\\.http\\..*");

	private static final ArchRule NOTHING_IS_PRINTED =
		NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

	private static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses().should()
		.haveNameMatching(".*(Util|Utils|Helper|Manager)");

	private static boolean isMain(final Location location) {
		return !location.contains("/test-classes/");
	}

	@Test
	void each_layer_uses_only_those_below() {
		EACH_LAYER_USES_ONLY_THOSE_BELOW.check(CLASSES);
	}

	@Test
	void base_knows_the_jdk_and_gson_only() {
		BASE_KNOWS_THE_JDK_AND_GSON_ONLY.check(CLASSES);
	}

	@Test
	void only_the_fiji_packages_know_scijava_imagej_and_awt() {
		ONLY_THE_FIJI_PACKAGES_KNOW_SCIJAVA_IMAGEJ_AND_AWT.check(CLASSES);
	}

	@Test
	void imglib2_begins_at_volume() {
		IMGLIB2_BEGINS_AT_VOLUME.check(CLASSES);
	}

	@Test
	void sockets_are_opened_by_http_only() {
		SOCKETS_ARE_OPENED_BY_HTTP_ONLY.check(CLASSES);
	}

	@Test
	void nothing_is_printed() {
		NOTHING_IS_PRINTED.check(CLASSES);
	}

	@Test
	void names_say_what_a_class_is() {
		NAMES_SAY_WHAT_A_CLASS_IS.check(CLASSES);
	}
}
