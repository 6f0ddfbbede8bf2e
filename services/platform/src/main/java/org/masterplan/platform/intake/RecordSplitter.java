package org.masterplan.platform.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits lines into fields (RFC 4180). Quotes count at a field's beginning only; a quoted field may
 * go on in the next line.
 */
final class RecordSplitter {
  private static final char QUOTE = '"';

  private final char delimiter;
  private final StringBuilder field = new StringBuilder();
  private List<String> fields = new ArrayList<>();
  private boolean open;

  RecordSplitter(char delimiter) {
    this.delimiter = delimiter;
  }

  /** How many fields a line would have with that delimiter. */
  static int count(String line, char delimiter) {
    var splitter = new RecordSplitter(delimiter);
    boolean complete = splitter.feed(line);
    return splitter.take().size() + (complete ? 0 : 1);
  }

  /** Takes another line; true if the record is complete with it. */
  boolean feed(String line) {
    int at;
    if (open) {
      field.append('\n');
      at = quoted(line, 0);
    } else {
      at = begin(line, 0);
    }
    while (!open) {
      at = plain(line, at);
      fields.add(field.toString());
      field.setLength(0);
      if (at == line.length()) {
        return true;
      }
      at = begin(line, at + 1);
    }
    return false;
  }

  /** The record's fields so far; ready for the next record. */
  List<String> take() {
    var taken = fields;
    fields = new ArrayList<>();
    field.setLength(0);
    open = false;
    return taken;
  }

  private int begin(String line, int at) {
    return at < line.length() && line.charAt(at) == QUOTE ? quoted(line, at + 1) : at;
  }

  private int plain(String line, int from) {
    int end = line.indexOf(delimiter, from);
    end = end < 0 ? line.length() : end;
    field.append(line, from, end);
    return end;
  }

  private int quoted(String line, int from) {
    open = true;
    int at = from;
    while (at < line.length()) {
      char letter = line.charAt(at++);
      if (letter != QUOTE) {
        field.append(letter);
      } else if (at < line.length() && line.charAt(at) == QUOTE) {
        field.append(QUOTE);
        at++;
      } else {
        open = false;
        return at;
      }
    }
    return at;
  }
}
