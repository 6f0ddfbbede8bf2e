package org.masterplan.allinone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls inside the executable: one package starts services, the others are their clients. */
@AnalyzeClasses(packages = "org.masterplan.allinone", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** The demonstration comes in as a user's files would: by REST. */
  @ArchTest
  static final ArchRule demonstrationIsLoadedThroughThePublicInterface =
      classes()
          .that()
          .resideInAnyPackage("..allinone.demo..", "..allinone.rest..", "..allinone.phrases..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "com.google.gson..",
              "org.masterplan.demo..",
              "org.masterplan.platform.intake..",
              "org.masterplan.platform.text..",
              "org.masterplan.allinone..");

  @ArchTest
  static final ArchRule onlyThePlanKnowsHowServicesAreBuilt =
      noClasses()
          .that()
          .resideOutsideOfPackage("..allinone.plan..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.context..",
              "org.springframework.beans..",
              "org.springframework.grpc..",
              "io.grpc..",
              "io.micrometer..",
              "org.masterplan.registry..",
              "org.masterplan.profiles..",
              "org.masterplan.governance..",
              "org.masterplan.listening..");

  /** It copies documents, whatever they are about. */
  @ArchTest
  static final ArchRule migrationKnowsNoService =
      classes()
          .that()
          .resideInAPackage("..allinone.migration..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.bson..",
              "com.mongodb..",
              "org.masterplan.allinone.migration..");

  @ArchTest
  static final ArchRule commandsTouchNoStore =
      noClasses()
          .that()
          .resideInAPackage("..allinone.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.mongodb..", "org.bson..");

  @ArchTest
  static final ArchRule packagesKnowEachOtherInOneDirection =
      slices().matching("org.masterplan.allinone.(*)..").should().beFreeOfCycles();
}
