package org.masterplan.matching.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import org.masterplan.matching.record.Column;
import org.masterplan.matching.record.Field;
import org.masterplan.matching.record.SourceMapping;

/**
 * The mapping that a source's columns suggest.
 *
 * @param guesses one per column that seems to be something, surest first
 */
public record Suggestion(String source, List<Guess> guesses) {
  public Suggestion {
    guesses = List.copyOf(guesses);
  }

  /** The suggestion as a mapping, fields in the dictionary's order, further ones behind. */
  public SourceMapping mapping() {
    var found = new LinkedHashMap<String, Guess>();
    guesses.forEach(guess -> found.put(guess.field(), guess));
    var id = found.remove(HeaderWords.ID);
    var columns = new LinkedHashMap<Field, Column>();
    for (var field : Field.dictionary()) {
      var guess = found.remove(field.name());
      if (guess != null) {
        columns.put(field, new Column(guess.column(), guess.format()));
      }
    }
    found.forEach(
        (name, guess) -> columns.put(Field.of(name), new Column(guess.column(), guess.format())));
    return new SourceMapping(source, id == null ? "" : id.column(), columns);
  }
}
