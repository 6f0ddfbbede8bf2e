package org.masterplan.profiles.source.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.mongo.Pairs;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** The stored shape of a record; names are short because there are many. */
final class RecordDocument {
  static final String NUMBER = "n";
  static final String VERSION = "v";
  static final String KEYS = "keys";
  static final String OF = "of";

  private RecordDocument() {}

  static Document write(SourceRecord record) {
    var values = new Document();
    values.putAll(record.values());
    return new Document("_id", record.name().key())
        .append(NUMBER, record.number())
        .append(VERSION, record.version())
        .append(KEYS, record.keys().stream().map(Key::toString).toList())
        .append("values", values)
        .append("raw", Pairs.write(record.content().raw()))
        .append("load", record.origin().load())
        .append("line", record.origin().line())
        .append("at", Date.from(record.origin().loadedAt()))
        .append("asOf", Date.from(record.origin().asOf()));
  }

  /** As a version that has been replaced: found by its record, not by its keys. */
  static Document writeVersion(SourceRecord record) {
    var document = write(record);
    var key = record.name().key();
    document.remove(KEYS);
    return document.append("_id", key + "#" + record.version()).append(OF, key);
  }

  static SourceRecord readVersion(Document document) {
    return read(new Document(document).append("_id", document.getString(OF)));
  }

  static SourceRecord read(Document document) {
    Map<String, String> values = new LinkedHashMap<>();
    document.get("values", Document.class).forEach((k, v) -> values.put(k, (String) v));
    return new SourceRecord(
        document.getLong(NUMBER),
        RecordName.ofKey(document.getString("_id")),
        document.getInteger(VERSION),
        new SourceRecord.Content(values, Pairs.read(document, "raw")),
        new SourceRecord.Origin(
            document.getString("load"),
            document.getLong("line"),
            instant(document, "at"),
            instant(document, "asOf")));
  }

  private static Instant instant(Document document, String field) {
    return document.getDate(field).toInstant();
  }
}
