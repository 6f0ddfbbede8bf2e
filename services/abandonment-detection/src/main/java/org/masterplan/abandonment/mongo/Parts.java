package org.masterplan.abandonment.mongo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.masterplan.abandonment.domain.Aboard;
import org.masterplan.abandonment.domain.Attendance;
import org.masterplan.abandonment.domain.Estimate;
import org.masterplan.abandonment.domain.PeopleCount;
import org.masterplan.abandonment.domain.Reason;
import org.masterplan.abandonment.domain.Week;

/** Parts that several documents hold. */
final class Parts {
  private Parts() {}

  static Document write(PeopleCount count) {
    return new Document("value", count.value())
        .append("low", count.low())
        .append("high", count.high());
  }

  static PeopleCount count(Document d) {
    return new PeopleCount(d.getLong("value"), d.getLong("low"), d.getLong("high"));
  }

  static Document write(Estimate estimate) {
    return new Document("p", estimate.p())
        .append("low", estimate.low())
        .append("high", estimate.high());
  }

  static Estimate estimate(Document d) {
    return new Estimate(d.getDouble("p"), d.getDouble("low"), d.getDouble("high"));
  }

  static List<Document> write(List<Reason> reasons) {
    return reasons.stream()
        .map(
            r ->
                new Document("code", r.code().name())
                    .append("contribution", r.contribution())
                    .append("about", new Document(Map.<String, Object>copyOf(r.about()))))
        .toList();
  }

  /**
   * @param until up to when the figures of reasons go that do not say so themselves; null: unknown
   */
  static List<Reason> reasons(Document d, @Nullable Date until) {
    var day = until == null ? null : LocalDate.ofInstant(until.toInstant(), ZoneOffset.UTC);
    return d.getList("reasons", Document.class).stream()
        .map(
            r ->
                new Reason(
                    Reason.Code.valueOf(r.getString("code")),
                    r.getDouble("contribution"),
                    texts(r.get("about", Document.class))))
        .map(reason -> day == null ? reason : reason.upTo(day))
        .toList();
  }

  static @Nullable Document write(@Nullable Attendance attendance) {
    return attendance == null
        ? null
        : new Document("as_of", RegisteredDocument.date(attendance.asOf()))
            .append("last30", write(attendance.last30()))
            .append("last90", write(attendance.last90()))
            .append("weeks", attendance.weeks().stream().map(Parts::write).toList());
  }

  static @Nullable Attendance attendance(@Nullable Document d) {
    return d == null
        ? null
        : new Attendance(
            d.getDate("as_of").toInstant(),
            count(d.get("last30", Document.class)),
            count(d.get("last90", Document.class)),
            d.getList("weeks", Document.class).stream().map(Parts::week).toList());
  }

  static @Nullable Document write(@Nullable Aboard aboard) {
    return aboard == null
        ? null
        : new Document("declared", aboard.declared())
            .append("known", aboard.known().isPresent() ? aboard.known().getAsLong() : null)
            .append("active", write(aboard.active()))
            .append("segments", aboard.segments())
            .append("as_of", RegisteredDocument.date(aboard.asOf()));
  }

  static @Nullable Aboard aboard(@Nullable Document d) {
    if (d == null) {
      return null;
    }
    var known = d.getLong("known");
    return new Aboard(
        d.getLong("declared"),
        known == null ? OptionalLong.empty() : OptionalLong.of(known),
        count(d.get("active", Document.class)),
        d.getList("segments", String.class),
        d.getDate("as_of").toInstant());
  }

  static @Nullable Integer write(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  static OptionalInt number(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static Document write(Week week) {
    return new Document("start", week.start().toString())
        .append("events", week.events())
        .append("people", week.people())
        .append("observed", week.observed());
  }

  private static Week week(Document d) {
    return new Week(
        LocalDate.parse(d.getString("start")),
        d.getLong("events"),
        d.getLong("people"),
        d.getBoolean("observed"));
  }

  private static Map<String, String> texts(Document d) {
    return d.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> String.valueOf(e.getValue())));
  }
}
