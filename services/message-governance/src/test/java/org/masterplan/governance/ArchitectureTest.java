package org.masterplan.governance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.masterplan.governance", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** RoaringBitmap: the cheapest exact overlap of audiences, a pure library. */
  @ArchTest
  static final ArchRule DOMAIN_AND_APP_ARE_PLAIN_JAVA =
      classes()
          .that()
          .resideInAnyPackage("..governance..domain..", "..governance..app..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.crypto..",
              "org.jspecify..",
              "org.masterplan.kernel..",
              "org.masterplan.governance..domain..",
              "org.masterplan.governance..app..",
              "org.roaringbitmap..");

  @ArchTest
  static final ArchRule DOMAIN_KNOWS_NO_USE_CASE =
      noClasses()
          .that()
          .resideInAPackage("..governance..domain..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..governance..app..");

  @ArchTest
  static final ArchRule GRPC_KNOWS_NO_MONGO =
      noClasses()
          .that()
          .resideInAPackage("..governance..grpc..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..mongo..", "com.mongodb..", "org.bson..");

  @ArchTest
  static final ArchRule CONTACTS_KNOW_NO_MESSAGES =
      noClasses()
          .that()
          .resideInAPackage("..governance.contact..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..governance.message..");
}
