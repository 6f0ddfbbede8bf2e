package org.masterplan.platform.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Rows of a file with one JSON object a line. An object inside becomes {@code outer.inner}, a list
 * its values with semicolons between, as a CSV cell would hold it.
 */
final class JsonLinesRows extends ReadRows {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final TextLines lines;
  private final LongSupplier bytes;
  private final Limits limits;
  private final Headers headers;
  private final List<String> columns;

  JsonLinesRows(DelimitedRows.Source source, Headers headers) {
    super(source.lines());
    this.lines = source.lines();
    this.bytes = source.bytes();
    this.limits = source.limits();
    this.headers = headers;
    this.columns = peekColumns();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean columnsAreFinal() {
    return false;
  }

  @Override
  public long bytesRead() {
    return bytes.getAsLong();
  }

  @Override
  @Nullable Row read() {
    Line line;
    do {
      line = lines.next();
    } while (line != null && line.isBlank());
    if (line == null) {
      return null;
    }
    return line.flaw() == Line.Flaw.NONE
        ? parsed(line)
        : line.refused(Map.of("max", String.valueOf(limits.recordChars())));
  }

  /** The first row's fields; later rows may have others. */
  private List<String> peekColumns() {
    var first = lines.next();
    while (first != null && first.isBlank()) {
      first = lines.next();
    }
    if (first == null) {
      throw InvalidFields.of("file", "FILE_EMPTY", Map.of());
    }
    lines.pushBack(List.of(first));
    return first.flaw() == Line.Flaw.NONE
        ? List.copyOf(parsed(first).values().keySet())
        : List.of();
  }

  private Row parsed(Line line) {
    var values = new LinkedHashMap<String, String>();
    try (var parser = JSON.createParser(ObjectReadContext.empty(), line.text())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return refused(line, "JSON_NO_OBJECT", Map.of());
      }
      object(parser, "", values);
      if (parser.nextToken() != null) {
        return refused(line, "JSON_NO_OBJECT", Map.of());
      }
    } catch (JacksonException e) {
      var where = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
      return refused(line, "JSON_MALFORMED", Map.of("position", String.valueOf(where)));
    }
    return values.size() <= limits.columns()
        ? new Row.Good(line.number(), values)
        : refused(line, "JSON_TOO_WIDE", Map.of("max", String.valueOf(limits.columns())));
  }

  private static Row refused(Line line, String reason, Map<String, String> about) {
    return new Row.Bad(line.number(), Map.of(), "", line.text(), reason, about);
  }

  private void object(JsonParser parser, String prefix, Map<String, String> values) {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = prefix + parser.currentName();
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        object(parser, name + ".", values);
      } else {
        put(headers.name(name), text(parser), values);
      }
    }
  }

  private static void put(String field, String text, Map<String, String> values) {
    var clean = Cells.clean(text);
    if (!clean.isEmpty()) {
      values.putIfAbsent(field, clean);
    }
  }

  private static String text(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return "";
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return parser.getString();
    }
    var list = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      var token = parser.nextToken();
      if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
        depth++;
      } else if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
        depth--;
      } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        list.append(list.isEmpty() ? "" : ";").append(parser.getString());
      }
    }
    return list.toString();
  }
}
