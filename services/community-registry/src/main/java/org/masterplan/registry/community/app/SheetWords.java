package org.masterplan.registry.community.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.text.Texts;

/** The words that people write in a sheet, read as the plan's own. */
final class SheetWords {
  /** What a sheet calls a thing, and what the plan calls it. */
  private static final Map<String, String> SAME =
      Map.of(
          "SITE", "BLOG",
          "WEBSITE", "BLOG",
          "FANPAGE", "PAGE",
          "OFFICIAL_ACCOUNT", "CHAT",
          "CARE", "SUPPORT",
          "ENGAGEMENT", "RELATIONSHIP",
          "SALES", "COMMERCE");

  private SheetWords() {}

  /** The field's word, empty if the row says nothing; refuses what is no word of the plan. */
  static <E extends Enum<E>> Optional<E> word(Row.Good row, String field, Class<E> type) {
    var text = row.value(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var written = Texts.fold(text).toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    var wanted = SAME.getOrDefault(written, written);
    return Optional.of(
        Arrays.stream(type.getEnumConstants())
            .filter(e -> e.name().equals(written) || e.name().equals(wanted))
            .findFirst()
            .orElseThrow(() -> oneOf(field, text, type)));
  }

  private static InvalidFields oneOf(String field, String value, Class<? extends Enum<?>> type) {
    var words = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    return InvalidFields.of(
        field,
        "WORD_UNKNOWN",
        Map.of("field", field, "value", value, "expected", String.join(", ", words)));
  }
}
