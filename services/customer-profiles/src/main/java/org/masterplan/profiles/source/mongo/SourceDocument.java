package org.masterplan.profiles.source.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            .append("steward", orNull(said.keeping().steward()))
            .append("retentionDays", said.keeping().retentionDays())
            .append("state", source.state().name())
            .append("records", held.records())
            .append("rejected", held.rejected())
            .append("quality", quality(held.quality()))
            .append("formerRecords", held.former().records())
            .append("formerQuality", quality(held.former().quality()))
            .append("loadedAt", date(held.loadedAt()))
            .append("mapping", mapping(source.mapping()))
            .append("replacement", ReplacementDocument.write(source.replacement()))
            .append("create_time", Date.from(source.createdAt()))
            .append("update_time", Date.from(source.updatedAt()))
            .append("weighedAt", date(source.times().weighed()))
            .append("wholeAt", date(source.times().whole()))
            .append("someAt", date(source.times().some()));
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
        ReplacementDocument.read(body.get("replacement", new Document())),
        body.getDate("create_time").toInstant(),
        body.getDate("update_time").toInstant(),
        new Source.Times(
            instant(body, "weighedAt"), instant(body, "wholeAt"), instant(body, "someAt")),
        stored.revision());
  }

  private static @Nullable Date date(Optional<Instant> at) {
    return at.map(Date::from).orElse(null);
  }

  private static Optional<Instant> instant(Document body, String field) {
    return Optional.ofNullable(body.getDate(field)).map(Date::toInstant);
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
        body.getInteger("trust", 0),
        new Source.Keeping(text(body, "steward"), body.getInteger("retentionDays", 0)));
  }

  private static Source.Holdings holdings(Document body) {
    var loadedAt = instant(body, "loadedAt");
    var former = new Source.Former(body.get("formerRecords", 0L), quality(body, "formerQuality"));
    return new Source.Holdings(
        body.getLong("records"),
        body.getLong("rejected"),
        quality(body, "quality"),
        loadedAt,
        former);
  }

  private static Map<String, FieldCount> quality(Document body, String name) {
    var quality = new TreeMap<String, FieldCount>();
    for (var each : body.getList(name, Document.class, List.of())) {
      quality.put(
          each.getString("field"),
          new FieldCount(each.getLong("filled"), each.getLong("valid"), each.get("distinct", 0L)));
    }
    return quality;
  }

  private static List<Document> quality(Map<String, FieldCount> quality) {
    var documents = new ArrayList<Document>();
    quality.forEach(
        (field, count) ->
            documents.add(
                new Document("field", field)
                    .append("filled", count.filled())
                    .append("valid", count.valid())
                    .append("distinct", count.distinct())));
    return documents;
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
