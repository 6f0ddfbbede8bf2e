package org.masterplan.abandonment.mongo;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.masterplan.abandonment.domain.Registered;

/** A community of the register as it is stored. */
final class RegisteredDocument {
  private RegisteredDocument() {}

  static Document write(Registered r) {
    return new Document("_id", r.community())
        .append("title", r.title())
        .append("owner", r.owner())
        .append("business_unit", r.businessUnit())
        .append("platform", r.platform())
        .append("segments", r.segments())
        .append("declared", r.declaredMembers())
        .append("life", r.life().name())
        .append("joined", r.joined())
        .append("orphan_time", date(r.orphanTime()))
        .append("pause", pause(r.pause()));
  }

  private static @Nullable Document pause(Registered.@Nullable Pause pause) {
    return pause == null
        ? null
        : new Document("from", date(pause.from())).append("until", date(pause.until()));
  }

  private static Registered.@Nullable Pause pause(@Nullable Document d) {
    return d == null
        ? null
        : new Registered.Pause(d.getDate("from").toInstant(), instant(d.getDate("until")));
  }

  static Registered read(Document d) {
    return new Registered(
        d.getString("_id"),
        d.getString("title"),
        d.getString("owner"),
        d.getString("business_unit"),
        d.getString("platform"),
        d.getList("segments", String.class),
        d.getLong("declared"),
        Registered.Life.valueOf(d.getString("life")),
        d.getBoolean("joined"),
        instant(d.getDate("orphan_time")),
        pause(d.get("pause", Document.class)));
  }

  static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
