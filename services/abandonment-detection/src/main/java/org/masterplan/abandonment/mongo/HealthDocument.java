package org.masterplan.abandonment.mongo;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.masterplan.abandonment.domain.Health;
import org.masterplan.abandonment.domain.Judgement;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;

/** A community's health as it is stored. What lists look at stands beside the judgement. */
final class HealthDocument {
  static final String ADRIFT = "adrift";

  private HealthDocument() {}

  static Content write(Health health) {
    var body =
        new Document("community", "communities/" + health.community())
            .append("state", health.judgement().state().name())
            .append("state_time", Date.from(health.stateTime()))
            .append("business_unit", health.registered().businessUnit())
            .append(ADRIFT, health.isAdrift())
            .append("registered", RegisteredDocument.write(health.registered()))
            .append("judgement", write(health.judgement()))
            .append("attendance", Parts.write(health.attendance()))
            .append("aboard", Parts.write(health.aboard()))
            .append("rescue_case", health.rescueCase())
            .append("evaluated", Date.from(health.evaluated()));
    var title = Texts.fold(health.registered().title());
    return new Content(body, new Document("title", title).append("_words", List.of(title)));
  }

  static Health read(Stored stored) {
    var d = stored.body();
    return new Health(
        RegisteredDocument.read(d.get("registered", Document.class)),
        judgement(d.getString("state"), d.get("judgement", Document.class)),
        d.getDate("state_time").toInstant(),
        Parts.attendance(d.get("attendance", Document.class)),
        Parts.aboard(d.get("aboard", Document.class)),
        d.getString("rescue_case"),
        d.getDate("evaluated").toInstant(),
        stored.revision());
  }

  private static Document write(Judgement judgement) {
    var days = judgement.days();
    return new Document("since", RegisteredDocument.date(judgement.since()))
        .append("basis", judgement.basis().name())
        .append("abandoned", write(judgement.abandoned()))
        .append("reasons", Parts.write(judgement.reasons()))
        .append("days_all", Parts.write(days.all()))
        .append("days_hosts", Parts.write(days.hosts()))
        .append("days_members", Parts.write(days.members()))
        .append("days_usual", Parts.write(days.usual()))
        .append("observed_until", RegisteredDocument.date(judgement.observedUntil()))
        .append("last_active", RegisteredDocument.date(judgement.lastActive()))
        .append("orphan_time", RegisteredDocument.date(judgement.orphanTime()));
  }

  private static Judgement judgement(String state, Document d) {
    return new Judgement(
        Judgement.State.valueOf(state),
        RegisteredDocument.instant(d.getDate("since")),
        Judgement.Basis.valueOf(d.getString("basis")),
        abandoned(d.get("abandoned", Document.class)),
        Parts.reasons(d, d.getDate("observed_until")),
        new Judgement.Days(
            Parts.number(d.getInteger("days_all")),
            Parts.number(d.getInteger("days_hosts")),
            Parts.number(d.getInteger("days_members")),
            Parts.number(d.getInteger("days_usual"))),
        RegisteredDocument.instant(d.getDate("observed_until")),
        RegisteredDocument.instant(d.getDate("last_active")),
        RegisteredDocument.instant(d.getDate("orphan_time")));
  }

  private static @Nullable Document write(Judgement.@Nullable Abandoned abandoned) {
    return abandoned == null
        ? null
        : new Document("days90", Parts.write(abandoned.days90()))
            .append("days365", Parts.write(abandoned.days365()));
  }

  private static Judgement.@Nullable Abandoned abandoned(@Nullable Document d) {
    return d == null
        ? null
        : new Judgement.Abandoned(
            Parts.estimate(d.get("days90", Document.class)),
            Parts.estimate(d.get("days365", Document.class)));
  }
}
