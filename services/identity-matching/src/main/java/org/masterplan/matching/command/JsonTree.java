package org.masterplan.matching.command;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as maps, lists, texts and numbers; words ({@code true}, {@code null}) stay texts, for the
 * model file has none. A name that is said twice is refused, as whatever is no JSON.
 */
final class JsonTree {
  private static final int DEEPEST = 16;

  private final JsonReader reader;

  private JsonTree(String text) {
    this.reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEEPEST);
  }

  /**
   * @throws org.masterplan.kernel.refusal.InvalidFields where it is no JSON; names the place
   */
  static Object read(String text) {
    var tree = new JsonTree(text);
    try {
      var value = tree.value();
      if (tree.reader.peek() != JsonToken.END_DOCUMENT) {
        throw tree.broken();
      }
      return value;
    } catch (IOException | IllegalStateException | NumberFormatException _) {
      throw tree.broken();
    }
  }

  private Object value() throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object();
      case BEGIN_ARRAY -> array();
      case NUMBER -> reader.nextDouble();
      case BOOLEAN -> Boolean.toString(reader.nextBoolean());
      case NULL -> nothing();
      case STRING -> reader.nextString();
      case NAME, END_OBJECT, END_ARRAY, END_DOCUMENT -> throw broken();
    };
  }

  private Map<String, Object> object() throws IOException {
    var members = new LinkedHashMap<String, Object>();
    reader.beginObject();
    while (reader.hasNext()) {
      if (members.put(reader.nextName(), value()) != null) {
        throw broken();
      }
    }
    reader.endObject();
    return members;
  }

  private List<Object> array() throws IOException {
    var items = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      items.add(value());
    }
    reader.endArray();
    return items;
  }

  private String nothing() throws IOException {
    reader.nextNull();
    return "null";
  }

  private RuntimeException broken() {
    return ModelReader.damaged(reader.getPath());
  }
}
