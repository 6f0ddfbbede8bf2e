package org.masterplan.profiles.resolution.mongo;

import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.resolution.domain.Effect;
import org.masterplan.profiles.resolution.domain.Resolution;

/** The stored shape of a resolution: profiles and records by their numbers. */
final class ResolutionDocument {
  private static final String APPLYING = "applying";
  private static final String FAILURE = "failure";

  private ResolutionDocument() {}

  static Content write(Resolution resolution) {
    var effect = resolution.effect();
    var body =
        new Document("state", resolution.state().name())
            .append("by", resolution.asked().by())
            .append("reason", resolution.asked().reason())
            .append("create_time", Date.from(resolution.asked().at()))
            .append("update_time", Date.from(resolution.updatedAt()))
            .append("records", effect.records())
            .append("before", effect.profilesBefore())
            .append("after", effect.profilesAfter())
            .append("merged", effect.merged())
            .append("split", effect.split())
            .append("samples", effect.samples().stream().map(ResolutionDocument::sample).toList());
    resolution.failure().ifPresent(why -> body.append(FAILURE, why.name()));
    resolution.applying().ifPresent(by -> body.append(APPLYING, applying(by)));
    return new Content(body, new Document());
  }

  static Resolution read(Stored stored) {
    var body = stored.body();
    var asked =
        new Resolution.Asked(
            body.getString("by"),
            body.getDate("create_time").toInstant(),
            body.getString("reason"));
    var effect =
        new Effect(
            body.getLong("records"),
            body.getLong("before"),
            body.getLong("after"),
            body.getLong("merged"),
            body.getLong("split"),
            body.getList("samples", Document.class).stream()
                .map(ResolutionDocument::sample)
                .toList());
    return new Resolution(
        new ResourceName("resolutions", stored.id()),
        Resolution.State.valueOf(body.getString("state")),
        asked,
        Optional.ofNullable(body.get(APPLYING, Document.class)).map(ResolutionDocument::applying),
        effect,
        Optional.ofNullable(body.getString(FAILURE)).map(Resolution.Failure::valueOf),
        body.getDate("update_time").toInstant(),
        stored.revision());
  }

  private static Document applying(Resolution.Asked by) {
    return new Document("by", by.by())
        .append("at", Date.from(by.at()))
        .append("reason", by.reason());
  }

  private static Resolution.Asked applying(Document by) {
    return new Resolution.Asked(
        by.getString("by"), by.getDate("at").toInstant(), by.getString("reason"));
  }

  private static Document sample(Effect.Sample sample) {
    return new Document("profiles", sample.profiles())
        .append("persons", sample.persons().stream().map(ResolutionDocument::list).toList());
  }

  /** A list of lists, whose types the driver does not tell. */
  private static Effect.Sample sample(Document sample) {
    return new Effect.Sample(
        sample.getList("profiles", Long.class),
        sample.getList("persons", List.class).stream().map(ResolutionDocument::set).toList());
  }

  private static List<Long> list(LongSet records) {
    return Arrays.stream(records.toArray()).boxed().toList();
  }

  private static LongSet set(List<?> records) {
    return LongSet.of(
        records.stream().mapToLong(record -> ((Number) record).longValue()).toArray());
  }
}
