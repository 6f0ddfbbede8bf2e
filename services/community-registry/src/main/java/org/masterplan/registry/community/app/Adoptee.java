package org.masterplan.registry.community.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.text.Texts;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Holding;
import org.masterplan.registry.community.domain.Intent;
import org.masterplan.registry.community.domain.Kind;
import org.masterplan.registry.community.domain.Mode;
import org.masterplan.registry.community.domain.Objective;
import org.masterplan.registry.community.domain.Place;
import org.masterplan.registry.community.domain.Purpose;

/** One row of an import of what already lives. Title, link, platform and unit are enough. */
record Adoptee(ResourceName name, Community.Draft draft) {
  static final String TITLE = "title";
  static final String LINK = "link";
  static final String PLATFORM = "platform";
  static final String UNIT = "unit";

  static Adoptee read(Row.Good row) {
    var title = required(row, TITLE);
    var platform = Texts.fold(required(row, PLATFORM)).replace(' ', '-');
    var unit = named("businessUnits", required(row, UNIT));
    var intent =
        new Intent(
            word(row, "purpose", Purpose.class),
            word(row, "objective", Objective.class),
            names(row, "corporate_objectives", "objectives"),
            names(row, "segments", "segments"),
            names(row, "product_lines", "productLines"),
            new Intent.Answers(row.value("why"), "", Optional.empty(), "", ""));
    var place =
        new Place(word(row, "kind", Kind.class), mode(row, platform), platform, row.value(LINK));
    var draft = new Community.Draft(title, place, intent, holding(row, unit), members(row));
    return new Adoptee(name(row, title), draft);
  }

  String unit() {
    return draft.holding().unit();
  }

  String unitId() {
    return unit().substring(unit().indexOf('/') + 1);
  }

  /** What the row says, over what was known where the row says nothing. */
  Community.Draft over(Community.Draft known) {
    var intent = draft.intent();
    var before = known.intent();
    var merged =
        new Intent(
            intent.purpose().or(before::purpose),
            intent.objective().or(before::objective),
            said(intent.serves(), before.serves()),
            said(intent.segments(), before.segments()),
            said(intent.productLines(), before.productLines()),
            before.answers());
    var members = draft.declaredMembers() == 0 ? known.declaredMembers() : draft.declaredMembers();
    return new Community.Draft(
        draft.title(), draft.place(), merged, over(known.holding()), members);
  }

  private Holding over(Holding before) {
    var holding = draft.holding();
    return new Holding(
        holding.unit(),
        holding.owner().isEmpty() ? before.owner() : holding.owner(),
        said(holding.deputies(), before.deputies()),
        before.sponsor(),
        before.orphanSince());
  }

  private static List<String> said(List<String> now, List<String> before) {
    return now.isEmpty() ? before : now;
  }

  private static ResourceName name(Row.Good row, String title) {
    var id = row.value("id");
    return id.isEmpty()
        ? new ResourceName("communities", Slugs.of(title, row.value(LINK)))
        : ResourceName.chosen("id", "communities", id.toLowerCase(Locale.ROOT));
  }

  private static Holding holding(Row.Good row, String unit) {
    var owner = row.value("owner");
    return new Holding(
        unit,
        owner.isEmpty() ? "" : named("employees", owner),
        names(row, "deputies", "employees"),
        "",
        Optional.empty());
  }

  private static Mode mode(Row.Good row, String platform) {
    return word(row, "mode", Mode.class).orElse(Mode.of(platform));
  }

  private static long members(Row.Good row) {
    var digits = row.value("declared_members").replaceAll("[\\s.,_]", "");
    if (digits.isEmpty()) {
      return 0;
    }
    if (!digits.matches("\\d{1,12}")) {
      throw invalid("declared_members", "COUNT_FORMAT", row.value("declared_members"));
    }
    return Long.parseLong(digits);
  }

  private static String required(Row.Good row, String field) {
    if (!row.has(field)) {
      throw InvalidFields.of(field, "REQUIRED", Map.of("field", field));
    }
    return row.value(field);
  }

  private static List<String> names(Row.Good row, String field, String collection) {
    return Arrays.stream(row.value(field).split("[;|]"))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .map(s -> named(collection, s))
        .toList();
  }

  /** A full name, or the bare id that people write in tables. */
  private static String named(String collection, String text) {
    var id = text.startsWith(collection + "/") ? text.substring(collection.length() + 1) : text;
    return ResourceName.parse(collection, collection, collection + "/" + id).toString();
  }

  private static <E extends Enum<E>> Optional<E> word(Row.Good row, String field, Class<E> type) {
    var text = row.value(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var wanted = Texts.fold(text).toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return Optional.of(
        Arrays.stream(type.getEnumConstants())
            .filter(e -> e.name().equals(wanted))
            .findFirst()
            .orElseThrow(() -> oneOf(field, text, type)));
  }

  private static InvalidFields oneOf(String field, String value, Class<? extends Enum<?>> type) {
    var expected =
        String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    return InvalidFields.of(
        field, "WORD_UNKNOWN", Map.of("field", field, "value", value, "expected", expected));
  }

  private static InvalidFields invalid(String field, String reason, String value) {
    return InvalidFields.of(field, reason, Map.of("field", field, "value", value));
  }
}
