package org.masterplan.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The gateway's walls: pages know no descriptors, the transcoder knows no single service. */
@AnalyzeClasses(packages = "org.masterplan.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule transcoderKnowsNoService =
      noClasses()
          .that()
          .resideInAPackage("..gateway.rest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.masterplan.registry..",
              "org.masterplan.profiles..",
              "org.masterplan.governance..",
              "org.masterplan.abandonment..",
              "org.masterplan.listening..");

  @ArchTest
  static final ArchRule issuerKnowsNoWeb =
      noClasses()
          .that()
          .resideInAPackage("..gateway.issuer..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..");

  @ArchTest
  static final ArchRule nothingIsStored =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("com.mongodb..");
}
