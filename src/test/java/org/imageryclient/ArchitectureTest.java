// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** Holds the layers of doc/architecture.md: imports point down only. */
@AnalyzeClasses(packages = "org.imageryclient",
	importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

	private static final String ROOT = "org.imageryclient";

	private static final String[] SCIJAVA_AND_IMAGEJ = { "org.scijava..", "ij..",
		"net.imagej..", "bdv..", "org.janelia..", "java.awt..", "javax.swing.." };

	@ArchTest
	static final ArchRule each_layer_uses_only_those_below = Architectures
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
		.whereLayer("table").mayOnlyAccessLayers("base", "volume", "mask", "cutout") //
		.whereLayer("color").mayOnlyAccessLayers("base", "mask") //
		.whereLayer("overlay").mayOnlyAccessLayers("base", "volume", "mask",
			"cutout", "color") //
		.whereLayer("link").mayOnlyAccessLayers("base", "store", "cutout", "mask",
			"color") //
		.whereLayer("export").mayOnlyAccessLayers("base", "store", "precomputed",
			"volume", "mask", "cutout", "table", "color", "overlay") //
		.whereLayer("fiji.service").mayOnlyBeAccessedByLayers("fiji.command",
			"fiji.adapters") //
		.whereLayer("fiji.command").mayNotBeAccessedByAnyLayer() //
		.whereLayer("fiji.adapters").mayNotBeAccessedByAnyLayer();

	@ArchTest
	static final ArchRule base_knows_the_jdk_and_gson_only = classes().that()
		.resideInAnyPackage(ROOT, ROOT + ".geom", ROOT + ".json").should()
		.onlyDependOnClassesThat().resideInAnyPackage("java..", "com.google.gson..",
			ROOT, ROOT + ".geom", ROOT + ".json");

	@ArchTest
	static final ArchRule only_the_fiji_packages_know_scijava_imagej_and_awt =
		noClasses().that().resideOutsideOfPackages(ROOT + ".fiji..", ROOT +
			".precomputed.codec").should().dependOnClassesThat().resideInAnyPackage(
				SCIJAVA_AND_IMAGEJ);

	@ArchTest
	static final ArchRule imglib2_begins_at_volume = noClasses().that()
		.resideInAnyPackage(ROOT, ROOT + ".geom", ROOT + ".json", ROOT + ".auth",
			ROOT + ".http", ROOT + ".store", ROOT + ".precomputed..", ROOT +
				".graphene", ROOT + ".cave").should().dependOnClassesThat()
		.resideInAPackage("net.imglib2..");

	@ArchTest
	static final ArchRule sockets_are_opened_by_http_only = noClasses().that()
		.resideOutsideOfPackage(ROOT + ".http").should().dependOnClassesThat()
		.haveNameMatching(
			"java\\.net\\.(Socket|ServerSocket|URLConnection|HttpURLConnection)|java\\.net\\.http\\..*");

	@ArchTest
	static final ArchRule nothing_is_printed =
		NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

	@ArchTest
	static final ArchRule names_say_what_a_class_is = noClasses().should()
		.haveNameMatching(".*(Util|Utils|Helper|Manager)");
}
