package org.masterplan.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.text.TextCatalogue;

/** Every reason that the register gives has its sentence in both languages. */
class TextsTest {
  private static final Pattern REASON =
      Pattern.compile(
          "(?:new (?:NotAllowed|WrongState|NotFound|Unavailable|LimitReached)\\(\\s*"
              + "|InvalidFields\\.of\\(\\s*(?:\"[^\"]*\"|\\w+),\\s*"
              + "|new Violation\\(\\s*(?:\"[^\"]*\"|\\w+),\\s*"
              + "|\\.refused\\(\\s*(?:\"[^\"]*\"|\\w+),\\s*"
              + "|new Rule\\(\\s*\"[^\"]*\",\\s*)\"([A-Z][A-Z0-9_]+)\"");

  @Test
  void everyReason_isSaidInBothLanguages() throws IOException {
    var reasons = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      files.filter(f -> f.toString().endsWith(".java")).forEach(f -> collect(f, reasons));
    }

    assertThat(reasons).hasSizeGreaterThan(20).contains("OWED_WHY", "MEMBER_WITHOUT_KEY");
    assertThat(reasons).allMatch(TextCatalogue.shared()::knows);
  }

  private static void collect(Path file, Set<String> reasons) {
    try {
      REASON.matcher(Files.readString(file)).results().forEach(m -> reasons.add(m.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
