package org.masterplan.profiles.export.mongo;

import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;
import org.masterplan.profiles.export.domain.ProfileExport;

/** The stored shape of an export. */
final class ExportDocument {
  private ExportDocument() {}

  static Content write(ProfileExport export) {
    var body =
        new Document("by", export.asked().by())
            .append("purpose", export.asked().purpose())
            .append("format", export.asked().format().name())
            .append("masked", export.asked().masked())
            .append("kind", export.asked().contents().kind().name())
            .append("source", export.asked().contents().source())
            .append("state", export.state().name())
            .append("people", export.count().people())
            .append("peopleLeftOut", export.count().peopleLeftOut())
            .append("valuesLeftOut", export.count().valuesLeftOut())
            .append("merged", export.count().merged())
            .append("segmentsMissing", export.count().segmentsMissing())
            .append("create_time", Date.from(export.createdAt()));
    export.endedAt().ifPresent(at -> body.append("end_time", Date.from(at)));
    return new Content(body, new Document());
  }

  static ProfileExport read(Stored stored) {
    var body = stored.body();
    var asked =
        new ProfileExport.Asked(
            body.getString("by"),
            body.getString("purpose"),
            ProfileExport.Format.valueOf(body.getString("format")),
            body.getBoolean("masked"),
            contents(body));
    var count =
        new ProfileExport.Count(
            body.getLong("people"),
            body.getLong("peopleLeftOut"),
            body.getLong("valuesLeftOut"),
            Objects.requireNonNullElse(body.getLong("merged"), 0L),
            body.getBoolean("segmentsMissing", false));
    return new ProfileExport(
        new ResourceName(ProfileExport.COLLECTION, stored.id()),
        asked,
        ProfileExport.State.valueOf(body.getString("state")),
        count,
        body.getDate("create_time").toInstant(),
        Optional.ofNullable(body.getDate("end_time")).map(Date::toInstant),
        stored.revision());
  }

  /** Those of before others were written down are profiles. */
  private static ProfileExport.Contents contents(Document body) {
    return new ProfileExport.Contents(
        ProfileExport.Kind.valueOf(Objects.requireNonNullElse(body.getString("kind"), "PROFILES")),
        Objects.requireNonNullElse(body.getString("source"), ""));
  }
}
