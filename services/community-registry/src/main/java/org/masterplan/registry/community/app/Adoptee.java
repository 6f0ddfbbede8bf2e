package org.masterplan.registry.community.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Holding;
import org.masterplan.registry.community.domain.Intent;
import org.masterplan.registry.community.domain.Kind;
import org.masterplan.registry.community.domain.Mode;
import org.masterplan.registry.community.domain.Objective;
import org.masterplan.registry.community.domain.Place;
import org.masterplan.registry.community.domain.Platforms;
import org.masterplan.registry.community.domain.Purpose;

/**
 * One row of an import of what already lives. Title, link, platform and unit are enough.
 *
 * @param written the platform as the row writes it
 */
record Adoptee(ResourceName name, Community.Draft draft, String written) {
  static final String TITLE = "title";
  static final String LINK = "link";
  static final String PLATFORM = "platform";
  static final String UNIT = "unit";

  private static final long MAX_MEMBERS = 1_000_000_000;

  static Adoptee read(Row.Good row) {
    var title = required(row, TITLE);
    var written = required(row, PLATFORM);
    var platform = Platforms.word(written);
    var unit = named("businessUnits", required(row, UNIT));
    var intent =
        new Intent(
            SheetWords.word(row, "purpose", Purpose.class),
            SheetWords.word(row, "objective", Objective.class),
            names(row, "corporate_objectives", "objectives"),
            names(row, "segments", "segments"),
            names(row, "product_lines", "productLines"),
            new Intent.Answers(
                row.value("why"),
                row.value("expected_gain"),
                Optional.empty(),
                row.value("member_benefit"),
                row.value("exit_plan")));
    var place =
        new Place(
            SheetWords.word(row, "kind", Kind.class),
            mode(row, platform),
            platform,
            row.value(LINK));
    var draft = new Community.Draft(title, place, intent, holding(row, unit), members(row));
    return new Adoptee(name(row, title), draft, written);
  }

  /** Refuses a platform that is no word of the plan; one that is there may stay. */
  void requirePlatform(String before) {
    if (!draft.place().platform().equals(before)) {
      Platforms.mustBeKnown(PLATFORM, written);
    }
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
            over(intent.answers(), before.answers()));
    var members = draft.declaredMembers() == 0 ? known.declaredMembers() : draft.declaredMembers();
    return new Community.Draft(
        draft.title(), draft.place(), merged, over(known.holding()), members);
  }

  private static Intent.Answers over(Intent.Answers now, Intent.Answers before) {
    return new Intent.Answers(
        said(now.why(), before.why()),
        said(now.expectedGain(), before.expectedGain()),
        before.reviewDate(),
        said(now.memberBenefit(), before.memberBenefit()),
        said(now.exitPlan(), before.exitPlan()));
  }

  private Holding over(Holding before) {
    var holding = draft.holding();
    return new Holding(
        holding.unit(),
        said(holding.owner(), before.owner()),
        said(holding.deputies(), before.deputies()),
        said(holding.sponsor(), before.sponsor()),
        before.orphanSince());
  }

  private static List<String> said(List<String> now, List<String> before) {
    return now.isEmpty() ? before : now;
  }

  private static String said(String now, String before) {
    return now.isEmpty() ? before : now;
  }

  private static ResourceName name(Row.Good row, String title) {
    var id = row.value("id");
    return id.isEmpty()
        ? new ResourceName("communities", Slugs.of(title, row.value(LINK)))
        : ResourceName.chosen("id", "communities", id.toLowerCase(Locale.ROOT));
  }

  private static Holding holding(Row.Good row, String unit) {
    return new Holding(
        unit,
        person(row, "owner"),
        names(row, "deputies", "employees"),
        person(row, "sponsor"),
        Optional.empty());
  }

  private static String person(Row.Good row, String field) {
    return row.has(field) ? named("employees", row.value(field)) : "";
  }

  private static Mode mode(Row.Good row, String platform) {
    return SheetWords.word(row, "mode", Mode.class).orElse(Mode.of(platform));
  }

  private static long members(Row.Good row) {
    var digits = row.value("declared_members").replaceAll("[\\s.,_]", "");
    if (digits.isEmpty()) {
      return 0;
    }
    if (!digits.matches("\\d{1,10}") || Long.parseLong(digits) > MAX_MEMBERS) {
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

  private static InvalidFields invalid(String field, String reason, String value) {
    return InvalidFields.of(field, reason, Map.of("field", field, "value", value));
  }
}
