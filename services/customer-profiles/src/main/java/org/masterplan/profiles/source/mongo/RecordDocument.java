package org.masterplan.profiles.source.mongo;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.mongo.KeyedSealing;
import org.masterplan.profiles.mongo.Pairs;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** The stored shape of a record; names are short because there are many. */
final class RecordDocument {
  static final String NUMBER = "n";
  static final String VERSION = "v";
  static final String KEYS = "keys";
  static final String OF = "of";
  static final String AS_OF = "asOf";

  /** When its row came, if that was before it was stored. */
  private static final String CAME = "came";

  /** When its source has said it again, if it has: no part of a version. */
  static final String SAID = "said";

  /** When rows last came that say the same, if they have. */
  static final String REPEATED = "repeated";

  private static final String VALUES = "values";
  private static final String RAW = "raw";
  private static final String CORRECTED = "corrected";
  private static final String RIGHT_AT = "rightAt";

  /** What not every document has: sealed or not, corrected or not, stored later than it came. */
  private static final List<String> SOME =
      List.of(VALUES, RAW, CORRECTED, RIGHT_AT, KeyedSealing.SEALED, CAME);

  private final Sealing sealing;

  RecordDocument(Sealing sealing) {
    this.sealing = sealing;
  }

  Document write(SourceRecord record) {
    return write(record, record.name().key());
  }

  private Document write(SourceRecord record, String id) {
    var document =
        new Document("_id", id)
            .append(NUMBER, record.number())
            .append(VERSION, record.version())
            .append(KEYS, sealing.word(record.foundBy().stream().map(Key::toString).toList()));
    document.putAll(sealing.seal(id, personal(record)));
    return origin(document, record.origin());
  }

  private static Document origin(Document document, SourceRecord.Origin origin) {
    var at = Date.from(origin.loadedAt());
    var came = Date.from(origin.came());
    document
        .append("load", origin.load())
        .append("line", origin.line())
        .append("at", at)
        .append(AS_OF, Date.from(origin.asOf()));
    return came.equals(at) ? document : document.append(CAME, came);
  }

  private static Document personal(SourceRecord record) {
    var values = new Document();
    values.putAll(record.values());
    var personal = new Document(VALUES, values).append(RAW, Pairs.write(record.content().raw()));
    var corrected = record.content().corrected();
    if (!corrected.isEmpty()) {
      personal.append(CORRECTED, Pairs.write(corrected));
    }
    if (!record.content().rightAt().isEmpty()) {
      var times = new LinkedHashMap<String, String>();
      record.content().rightAt().forEach((field, time) -> times.put(field, time.toString()));
      personal.append(RIGHT_AT, Pairs.write(times));
    }
    return personal;
  }

  /** As a version that has been replaced: found by its record, not by its keys. */
  Document writeVersion(SourceRecord record) {
    var key = record.name().key();
    var document = write(record, versionId(record));
    document.remove(KEYS);
    return document.append(OF, key);
  }

  static String versionId(SourceRecord version) {
    return version.name().key() + "#" + version.version();
  }

  /** The same record, written anew: it was said again when it was. */
  static Document saidAs(Document old, Document anew) {
    return old.containsKey(SAID) ? anew.append(SAID, old.get(SAID)) : anew;
  }

  /** In the other's place, but for when its source says it again: others note that meanwhile. */
  static WriteModel<Document> replacing(Bson filter, Document anew) {
    var set = new Document(anew);
    set.remove("_id");
    var unset = new Document();
    SOME.stream().filter(f -> !anew.containsKey(f)).forEach(f -> unset.append(f, ""));
    return new UpdateOneModel<>(filter, new Document("$set", set).append("$unset", unset));
  }

  SourceRecord readVersion(Document stored) {
    return read(stored, stored.getString(OF));
  }

  SourceRecord read(Document stored) {
    return read(stored, stored.getString("_id"));
  }

  private SourceRecord read(Document stored, String key) {
    var document = sealing.open(stored.getString("_id"), stored);
    Map<String, String> values = new LinkedHashMap<>();
    document.get(VALUES, Document.class).forEach((k, v) -> values.put(k, (String) v));
    return new SourceRecord(
        document.getLong(NUMBER),
        RecordName.ofKey(key),
        document.getInteger(VERSION),
        content(document, values),
        new SourceRecord.Origin(
            document.getString("load"),
            document.getLong("line"),
            instant(document, "at"),
            instant(document, AS_OF),
            instant(document, document.containsKey(CAME) ? CAME : "at")));
  }

  private static SourceRecord.Content content(Document document, Map<String, String> values) {
    var raw = Pairs.read(document, RAW);
    var corrected = Pairs.read(document, CORRECTED);
    // Where no times are kept, the time of the version stands for all that is right in it.
    var at = instant(document, "at");
    var times = new LinkedHashMap<String, Instant>();
    corrected.keySet().forEach(field -> times.put(field, at));
    Pairs.read(document, RIGHT_AT).forEach((field, time) -> times.put(field, Instant.parse(time)));
    return new SourceRecord.Content(values, raw, corrected, times);
  }

  private static Instant instant(Document document, String field) {
    return document.getDate(field).toInstant();
  }
}
