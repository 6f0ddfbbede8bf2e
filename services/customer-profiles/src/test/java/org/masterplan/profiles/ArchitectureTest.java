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

  @ArchTest
  static final ArchRule domainDoesNotKnowApp =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..app..", "..exact..");

  @ArchTest
  static final ArchRule grpcDoesNotKnowMongo =
      noClasses()
          .that()
          .resideInAPackage("..grpc..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..mongo..", "com.mongodb..");
}
