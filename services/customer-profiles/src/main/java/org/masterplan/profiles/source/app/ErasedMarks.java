package org.masterplan.profiles.source.app;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Key;
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
    marks.add("record:" + name.key());
    for (var key : Key.of(content.values())) {
      boolean own =
          key.type().equals(Dictionary.EMAIL) || key.type().equals(Dictionary.NATIONAL_ID);
      if (own && !key.placeholder()) {
        marks.add("source:" + name.source() + "|" + key);
      }
    }
    return marks;
  }
}
