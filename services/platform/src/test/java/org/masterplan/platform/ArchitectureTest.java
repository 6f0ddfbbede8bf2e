package org.masterplan.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.masterplan.platform", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** Not their code, and not their part of the contract either, which is on the class path. */
  @ArchTest
  static final ArchRule PLATFORM_KNOWS_NO_AREA =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.masterplan.registry..",
              "org.masterplan.profiles..",
              "org.masterplan.governance..",
              "org.masterplan.abandonment..",
              "org.masterplan.listening..",
              "org.masterplan.matching..",
              "org.masterplan.gateway..",
              "org.masterplan.allinone..");
}
