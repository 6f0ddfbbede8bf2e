package org.masterplan.abandonment.mongo;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.masterplan.abandonment.app.RescueCaseFields;
import org.masterplan.abandonment.domain.RescueCase;
import org.masterplan.abandonment.domain.RescueCase.Standing;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;

/** A rescue case as it is stored. */
final class RescueCaseDocument {
  private RescueCaseDocument() {}

  static Content write(RescueCase rescue) {
    var ship = rescue.ship();
    var body =
        new Document("community", "communities/" + ship.community())
            .append("state", RescueCaseFields.state(rescue))
            .append("assignee", rescue.assignee().isEmpty() ? null : rescue.assignee())
            .append("business_unit", ship.businessUnit())
            .append("due_date", rescue.due().toString())
            .append("create_time", Date.from(rescue.opened()))
            .append("last_owner", ship.lastOwner())
            .append("aboard", Parts.write(ship.aboard()))
            .append("reasons", Parts.write(ship.reasons()))
            .append("notes", rescue.notes().stream().map(RescueCaseDocument::write).toList());
    if (rescue.standing() instanceof Standing.Closed closed) {
      body.append("outcome", closed.outcome().name())
          .append("done", closed.done())
          .append("close_time", Date.from(closed.at()));
    }
    return new Content(body, new Document("_words", List.of()));
  }

  static RescueCase read(Stored stored) {
    var d = stored.body();
    return new RescueCase(
        stored.id(),
        standing(d),
        new RescueCase.Ship(
            d.getString("community").substring("communities/".length()),
            d.getString("business_unit"),
            d.getString("last_owner"),
            Parts.aboard(d.get("aboard", Document.class)),
            Parts.reasons(d, asOf(d))),
        d.getDate("create_time").toInstant(),
        LocalDate.parse(d.getString("due_date")),
        d.getList("notes", Document.class).stream().map(RescueCaseDocument::note).toList(),
        stored.revision());
  }

  private static @Nullable Date asOf(Document d) {
    var aboard = d.get("aboard", Document.class);
    return aboard == null ? null : aboard.getDate("as_of");
  }

  private static Standing standing(Document d) {
    var assignee = d.getString("assignee") == null ? "" : d.getString("assignee");
    return switch (d.getString("state")) {
      case "OPEN" -> new Standing.Open();
      case "IN_PROGRESS" -> new Standing.InProgress(assignee);
      default ->
          new Standing.Closed(
              assignee,
              RescueCase.Outcome.valueOf(d.getString("outcome")),
              d.getString("done"),
              d.getDate("close_time").toInstant());
    };
  }

  private static Document write(RescueCase.Note note) {
    return new Document("author", note.author())
        .append("time", Date.from(note.time()))
        .append("text", note.text());
  }

  private static RescueCase.Note note(Document d) {
    return new RescueCase.Note(
        d.getString("author"), d.getDate("time").toInstant(), d.getString("text"));
  }
}
