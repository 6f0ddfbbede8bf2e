package org.masterplan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.text.TextCatalogue;

/** Every reason that the platform gives has a text in both languages. */
class ReasonsTest {
  static final Path SOURCES = Path.of("src/main/java/org/masterplan/platform");
  static final List<String> PACKAGES =
      List.of("address", "call", "intake", "query", "operation", "request", "notice", "page");
  static final Pattern REASON = Pattern.compile("\"([A-Z]+(?:_[A-Z0-9]+)+)\"");

  @Test
  void reasons_haveTextsInBothLanguages() {
    var reasons = PACKAGES.stream().flatMap(each -> reasons(SOURCES.resolve(each))).toList();

    assertThat(reasons).hasSizeGreaterThan(40);
    assertThat(reasons)
        .allSatisfy(each -> assertThat(TextCatalogue.shared().knows(each)).as(each).isTrue());
    assertThat(List.of("LINE_TOO_LONG", "LINE_UNDECODABLE", "LINE_HOLDS_NUL"))
        .allMatch(TextCatalogue.shared()::knows);
  }

  private static Stream<String> reasons(Path folder) {
    try (var files = Files.list(folder)) {
      return files.map(ReasonsTest::text).flatMap(ReasonsTest::found).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> found(String text) {
    return REASON.matcher(text).results().map((MatchResult each) -> each.group(1));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
