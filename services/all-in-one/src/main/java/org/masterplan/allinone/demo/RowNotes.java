package org.masterplan.allinone.demo;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.masterplan.allinone.phrases.Phrases;

/** What the plan said about rows that it did not take. Their values are not repeated. */
final class RowNotes {
  private final List<String> notes = new ArrayList<>();

  /** Reads the answer to a file that was handed in. */
  void note(String file, JsonObject answer) {
    if (!(answer.get("rejected") instanceof JsonArray rows) || rows.isEmpty()) {
      return;
    }
    var first = rows.get(0).getAsJsonObject();
    var number = answer.has("rejectedTotal") ? text(answer, "rejectedTotal") : "" + rows.size();
    var field = text(first, "field");
    var where = field.isEmpty() ? text(first, "line") : text(first, "line") + ", " + field;
    var row = where + ": " + text(first, "reason");
    var about = Map.<String, Object>of("file", file, "number", number, "row", row);
    notes.add(Phrases.say("demo.rowsNotTaken", about));
  }

  List<String> all() {
    return List.copyOf(notes);
  }

  private static String text(JsonObject of, String name) {
    return of.has(name) ? of.get(name).getAsString() : "";
  }
}
