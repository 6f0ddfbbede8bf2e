package org.masterplan.matching.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into maps, lists, texts and numbers; words ({@code true}, {@code null}) stay texts,
 * for the model file has none. Refuses whatever is no JSON by {@link Broken}, never by another
 * fault.
 */
final class JsonText {
  private static final int DEEPEST = 16;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /** The text is no JSON; says where. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    private Broken(int line) {
      super("no JSON", null, false, false);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  static Object read(String text) throws Broken {
    var reader = new JsonText(text);
    var value = reader.value(0);
    reader.blank();
    if (reader.at < text.length()) {
      throw reader.broken();
    }
    return value;
  }

  private Object value(int depth) throws Broken {
    blank();
    if (depth > DEEPEST) {
      throw broken();
    }
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      default -> word();
    };
  }

  private Map<String, Object> object(int depth) throws Broken {
    var members = new LinkedHashMap<String, Object>();
    at++;
    while (more('}', members.isEmpty())) {
      blank();
      var name = string();
      blank();
      expect(':');
      if (members.put(name, value(depth + 1)) != null) {
        throw broken();
      }
    }
    return members;
  }

  private List<Object> array(int depth) throws Broken {
    var items = new ArrayList<>();
    at++;
    while (more(']', items.isEmpty())) {
      items.add(value(depth + 1));
    }
    return items;
  }

  /** Whether another member follows; goes past the comma before it, or past the end. */
  private boolean more(char end, boolean first) throws Broken {
    blank();
    if (peek() == end) {
      at++;
      return false;
    }
    if (!first) {
      expect(',');
    }
    return true;
  }

  private String string() throws Broken {
    expect('"');
    var read = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw broken();
      }
      read.append(c == '\\' ? escaped() : c);
    }
    at++;
    return read.toString();
  }

  private char escaped() throws Broken {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> code();
      default -> throw broken();
    };
  }

  private char code() throws Broken {
    int code = 0;
    for (int n = 0; n < 4; n++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw broken();
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private Object word() throws Broken {
    int from = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    var word = text.substring(from, at);
    if (word.equals("true") || word.equals("false") || word.equals("null")) {
      return word;
    }
    if (!word.matches("-?[0-9]{1,20}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?")) {
      throw broken();
    }
    return Double.valueOf(word);
  }

  private void blank() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws Broken {
    if (at >= text.length()) {
      throw broken();
    }
    return text.charAt(at);
  }

  private void expect(char wanted) throws Broken {
    if (peek() != wanted) {
      throw broken();
    }
    at++;
  }

  private Broken broken() {
    long lines =
        text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
    return new Broken((int) lines + 1);
  }
}
