package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README says what the checks say. {@code -Dmasterplan.readme=write} writes the table anew. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final String BEGIN =
      "<!-- made of the checks in src/test/resources/features -->\n";
  private static final String END = "<!-- end of the table -->\n";

  @Test
  void table_isMadeOfTheChecks() throws IOException {
    String text = Files.readString(README);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    assertThat(from).isLessThanOrEqualTo(to);
    String table = FeatureTable.of(FeatureChecks.all().toList());

    if ("write".equals(System.getProperty("masterplan.readme"))) {
      Files.writeString(README, text.substring(0, from) + table + text.substring(to));
    } else {
      assertThat(text.substring(from, to)).isEqualTo(table);
    }
  }
}
