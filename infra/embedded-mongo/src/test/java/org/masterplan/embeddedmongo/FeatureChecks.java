package org.masterplan.embeddedmongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;

/** The lines of the folder {@code features}. */
final class FeatureChecks {
  private FeatureChecks() {}

  /** One check and what is in the collection before it. */
  record Check(Document data, Document line) {
    boolean fails() {
      return line.getBoolean("fails", false);
    }

    /** Whether the embedded store refuses what MongoDB can do; {@code why} says the reason. */
    boolean refused() {
      return line.containsKey("embedded");
    }

    @Override
    public String toString() {
      return line.toJson();
    }
  }

  static Stream<Check> all() {
    return Stream.of("queries", "updates", "aggregations").flatMap(FeatureChecks::read);
  }

  private static Stream<Check> read(String name) {
    try (InputStream in = FeatureChecks.class.getResourceAsStream("/features/" + name + ".txt")) {
      List<Check> checks = new ArrayList<>();
      Document data = new Document();
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
        if (line.startsWith("data ")) {
          data = Document.parse("{all: " + line.substring("data ".length()) + "}");
        } else if (!line.isBlank()) {
          checks.add(new Check(data, Document.parse(line)));
        }
      }
      return checks.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
