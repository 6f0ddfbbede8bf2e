package org.masterplan.profiles.source.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * By what an erased record is known again in its source: by its name, and by the keys that are its
 * person's alone. Not by a phone number, which a family shares; not in other sources, where the
 * person may be a customer anew.
 */
public final class ErasedMarks {
  private ErasedMarks() {}

  /** The marks of a record's name and content. */
  public static List<String> of(RecordName name, SourceRecord.Content content) {
    var marks = new ArrayList<String>();
    marks.add(ofRecord(name));
    ownKeys(content.values()).forEach(key -> add(name.source(), key, marks));
    return marks;
  }

  /**
   * The marks of a record whose person is to be forgotten: its source says of what was set right
   * here what it said before, and may do so under another name. What is another's, and was wrongly
   * said of this person, marks nobody.
   */
  public static List<String> ofErased(SourceRecord record, Predicate<Key> isAnothers) {
    var marks = of(record.name(), record.content());
    var said = new HashMap<>(record.content().corrected());
    said.values().removeIf(String::isEmpty);
    ownKeys(said)
        .filter(isAnothers.negate())
        .forEach(key -> add(record.name().source(), key, marks));
    return marks;
  }

  private static Stream<Key> ownKeys(Map<String, String> values) {
    return Key.of(values).stream()
        .filter(
            key ->
                key.type().equals(Dictionary.EMAIL) || key.type().equals(Dictionary.NATIONAL_ID));
  }

  /**
   * The mark of a row that was not taken: all that it says, by which the same row is known again.
   * One that could not be read says only its text; one that says nothing has no mark, because it
   * would be every such row's.
   */
  public static Optional<String> ofRow(String file, Row row) {
    if (!row.values().isEmpty()) {
      return Optional.of("row:" + file + "|" + new TreeMap<>(row.values()));
    }
    return row instanceof Row.Bad bad && !bad.value().isBlank()
        ? Optional.of("line:" + file + "|" + whole(bad))
        : Optional.empty();
  }

  /** A long text is cut; what came after the cut is in its digest. */
  private static String whole(Row.Bad row) {
    return row.about().getOrDefault(Row.Bad.DIGEST, row.value());
  }

  /**
   * The marks of a row that a load cannot take: as it stands, by its id, and by what any of its
   * cells may be, because nobody knows whether they stand where they should.
   */
  public static List<String> ofRow(String source, Mapping mapping, Row row) {
    var marks = new ArrayList<String>();
    ofRow(source, row).ifPresent(marks::add);
    var id = Texts.canonical(row.values().getOrDefault(mapping.idColumn(), ""));
    if (!id.isEmpty() && id.length() <= RecordName.MAX_ID) {
      marks.add(ofRecord(new RecordName(source, id)));
    }
    for (var cell : row.values().values()) {
      Key.of(Dictionary.EMAIL, cell).ifPresent(key -> add(source, key, marks));
      Key.of(Dictionary.NATIONAL_ID, cell).ifPresent(key -> add(source, key, marks));
    }
    return marks;
  }

  /** The mark of a record's name. */
  public static String ofRecord(RecordName name) {
    return "record:" + name.key();
  }

  /** The mark of a key that is its person's alone there. */
  public static String ofKey(String file, Key key) {
    return "source:" + file + "|" + key;
  }

  private static void add(String source, Key key, List<String> marks) {
    if (!key.placeholder()) {
      marks.add(ofKey(source, key));
    }
  }
}
