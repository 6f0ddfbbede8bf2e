package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.source.domain.Blocker;

/** Every reason that this service gives can be read in both languages. */
class TextsTest {
  private static final Pattern REASON = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

  /**
   * Words in capitals that are no reasons: acts of the audit trail, methods, levels, what JDBC
   * calls things.
   */
  private static final Set<String> OTHERS =
      Set.of(
          "SOURCE_REGISTERED",
          "SOURCE_UPDATED",
          "SOURCE_LOADED",
          "SOURCE_RECONCILED",
          "SOURCE_ADVANCED",
          "SOURCE_WENT_BACK",
          "SOURCE_SIGNED_OFF",
          "MAPPING_SUGGESTED",
          "MAPPING_CONFIRMED",
          "VALUES_SHOWN",
          "EXACT_KEYS",
          "LEARNED_WEIGHTS",
          "SAME_PERSON",
          "RECORDS_EXPIRED",
          "RECORD_CORRECTED",
          "DO_NOT_CALL_REMOVED",
          "REQUEST_RECEIVED",
          "REQUEST_ACKNOWLEDGEMENT_SENT",
          "REQUESTER_VERIFIED",
          "REQUEST_CLOCK_EXTENDED",
          "REQUEST_BEING_CARRIED_OUT",
          "REQUEST_NOT_CARRIED_OUT",
          "REQUEST_FULFILLED",
          "REQUEST_ANSWERED",
          "REQUEST_REFUSED",
          "WORKING_DAYS",
          "CALL_BACK",
          "IN_PERSON",
          "PEOPLE_SAMPLE_DRAWN",
          "PEOPLE_SAMPLE_ANSWERED",
          "RESOLUTION_ASKED",
          "RESOLUTION_PREPARED",
          "RESOLUTION_APPLIED",
          "RESOLUTION_CARRIED_OUT",
          "RESOLUTION_DISCARDED",
          "RESOLUTION_FAILED",
          "CONNECTION_UPDATED",
          "PULL_STARTED",
          "PROFILES_EXPORTED",
          "MASTERPLAN_SNAPSHOT_FOLDER",
          "PROFILES_EXPORT_ENDED",
          "SOURCE_PULLED",
          "SOURCE_COMPARED",
          "SOURCE_COUNTED",
          "GOLDEN_RULES_SET",
          "REVIEW_DECIDED",
          "REVIEW_UNDONE",
          "REVIEW_REFUSED",
          "REVIEW_CARRIED_OUT",
          "REVIEWS_FOUND",
          "REVIEW_FOUND",
          "TABLE_CAT",
          "TABLE_NAME",
          "TABLE_SCHEM");

  @Test
  void everyReason_hasATextInBothLanguages() throws IOException {
    var used = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        REASON.matcher(Files.readString(file)).results().forEach(m -> used.add(m.group(1)));
      }
    }
    used.removeAll(OTHERS);
    Stream.of(Blocker.values()).map(Blocker::name).forEach(used::add);

    assertThat(texts("en")).containsAll(used);
    assertThat(texts("vi")).containsAll(used);
  }

  @Test
  void bothLanguages_haveTheSameTexts() throws IOException {
    assertThat(texts("vi")).isEqualTo(texts("en"));
  }

  /** The texts of this service and of what it stands on. */
  private static Set<String> texts(String language) throws IOException {
    var keys = new TreeSet<String>();
    var all =
        TextsTest.class
            .getClassLoader()
            .getResources("META-INF/masterplan/texts_" + language + ".properties");
    while (all.hasMoreElements()) {
      var texts = new Properties();
      try (var in = new InputStreamReader(all.nextElement().openStream(), StandardCharsets.UTF_8)) {
        texts.load(in);
      }
      keys.addAll(texts.stringPropertyNames());
    }
    return keys;
  }
}
