package org.masterplan.profiles;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.masterplan.profiles", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** libphonenumber is admitted: a pure library that reads the numbers of other countries. */
  @ArchTest
  static final ArchRule domainAndAppArePlainJava =
      classes()
          .that()
          .resideInAnyPackage("..profiles..domain..", "..profiles..app..", "..identity.exact..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.crypto..",
              "org.jspecify..",
              "org.masterplan.kernel..",
              "com.google.i18n.phonenumbers..",
              "org.masterplan.profiles..domain..",
              "org.masterplan.profiles..app..",
              "org.masterplan.profiles.identity.exact..");

  /** The matching engine is admitted: a library without framework and database. */
  @ArchTest
  static final ArchRule engineIsPlainJava =
      classes()
          .that()
          .resideInAPackage("..identity.engine..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.masterplan.matching..",
              "org.masterplan.profiles.identity..",
              "org.masterplan.profiles.dictionary.domain..");

  @ArchTest
  static final ArchRule domainDoesNotKnowApp =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..app..", "..exact..", "..identity.engine..");

  @ArchTest
  static final ArchRule grpcDoesNotKnowMongo =
      noClasses()
          .that()
          .resideInAPackage("..grpc..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..mongo..", "com.mongodb..");
}
