package org.masterplan.profiles.source.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.FieldCount;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceState;

/** The stored shape of a source. */
final class SourceDocument {
  private SourceDocument() {}

  static Content write(Source source) {
    var said = source.description();
    var held = source.holdings();
    var folded = Texts.fold(said.title());
    var body =
        new Document("title", said.title())
            .append("business_unit", orNull(said.businessUnit()))
            .append("owner", orNull(said.owner()))
            .append("purposes", said.purposes())
            .append("legalBasis", said.legalBasis())
            .append("collectedFrom", said.collectedFrom())
            .append("collectedUntil", said.collectedUntil())
            .append("trust", said.trust())
            .append("state", source.state().name())
            .append("records", held.records())
            .append("rejected", held.rejected())
            .append("quality", quality(source))
            .append("loadedAt", held.loadedAt().map(Date::from).orElse(null))
            .append("mapping", mapping(source.mapping()))
            .append("create_time", Date.from(source.createdAt()))
            .append("update_time", Date.from(source.updatedAt()));
    return new Content(body, new Document("title", folded).append("_words", List.of(folded)));
  }

  static Source read(Stored stored) {
    var body = stored.body();
    return new Source(
        new ResourceName("sources", stored.id()),
        description(body),
        mapping(body.get("mapping", Document.class)),
        SourceState.valueOf(body.getString("state")),
        holdings(body),
        body.getDate("create_time").toInstant(),
        body.getDate("update_time").toInstant(),
        stored.revision());
  }

  private static Source.Description description(Document body) {
    return new Source.Description(
        body.getString("title"),
        text(body, "business_unit"),
        text(body, "owner"),
        body.getList("purposes", String.class),
        text(body, "legalBasis"),
        text(body, "collectedFrom"),
        text(body, "collectedUntil"),
        body.getInteger("trust", 0));
  }

  private static Source.Holdings holdings(Document body) {
    var quality = new TreeMap<String, FieldCount>();
    for (var each : body.getList("quality", Document.class)) {
      quality.put(
          each.getString("field"), new FieldCount(each.getLong("filled"), each.getLong("valid")));
    }
    Optional<Instant> loadedAt = Optional.ofNullable(body.getDate("loadedAt")).map(Date::toInstant);
    return new Source.Holdings(
        body.getLong("records"), body.getLong("rejected"), quality, loadedAt);
  }

  private static List<Document> quality(Source source) {
    var quality = new ArrayList<Document>();
    source
        .holdings()
        .quality()
        .forEach(
            (field, count) ->
                quality.add(
                    new Document("field", field)
                        .append("filled", count.filled())
                        .append("valid", count.valid())));
    return quality;
  }

  private static Document mapping(Mapping mapping) {
    var fields = new ArrayList<Document>();
    mapping
        .fields()
        .forEach(
            (field, column) ->
                fields.add(
                    new Document("field", field)
                        .append("column", column.column())
                        .append("format", column.format())
                        .append("confidence", column.confidence())
                        .append("basis", column.basis())));
    return new Document("id", mapping.idColumn())
        .append("fields", fields)
        .append("confirmed", mapping.confirmed());
  }

  private static Mapping mapping(Document document) {
    var fields = new LinkedHashMap<String, ColumnMapping>();
    for (var each : document.getList("fields", Document.class)) {
      fields.put(
          each.getString("field"),
          new ColumnMapping(
              each.getString("column"),
              each.getString("format"),
              each.getDouble("confidence"),
              each.getString("basis")));
    }
    return new Mapping(document.getString("id"), fields, document.getBoolean("confirmed", false));
  }

  /** Absent where it says nothing, so that filters tell absent from empty. */
  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String text(Document body, String field) {
    return Optional.ofNullable(body.getString(field)).orElse("");
  }
}
