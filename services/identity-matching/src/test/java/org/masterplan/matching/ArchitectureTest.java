package org.masterplan.matching;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.masterplan.matching",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Phone numbers of other countries and the mapping's YAML are the two libraries admitted. */
  @ArchTest
  static final ArchRule isPlainJava =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.masterplan.kernel..",
              "org.masterplan.matching..",
              "com.google.gson..",
              "com.google.i18n.phonenumbers..",
              "org.yaml.snakeyaml..");
}
