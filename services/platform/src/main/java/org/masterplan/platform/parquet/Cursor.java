package org.masterplan.platform.parquet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one column row by row. */
final class Cursor {
  /** Between the values of a list, as in the demonstration's files. */
  static final char SEPARATOR = '|';

  private final Leaf leaf;
  private final Pages pages;
  private final int longest;
  private @Nullable Page page;
  private boolean asked;
  private boolean undecodable;

  Cursor(Leaf leaf, Pages pages, int longest) {
    this.leaf = leaf;
    this.pages = pages;
    this.longest = longest;
  }

  /** What the next row holds; of a list that is too long, more than {@code longest} letters. */
  String next() throws IOException {
    undecodable = false;
    if (leaf.repetition() == 0) {
      return cell(page().next());
    }
    if (goesOn()) {
      throw Faults.broken();
    }
    var list = new StringBuilder();
    int values = 0;
    do {
      // Empty ones have no letters: a few bytes may tell of more of them than can ever be read.
      if (++values > longest) {
        throw Faults.broken();
      }
      asked = false;
      append(list, cell(page().next()));
    } while (goesOn());
    return list.toString();
  }

  /** Whether the bytes of the last cell were no text. */
  boolean isUndecodable() {
    return undecodable;
  }

  void close() {
    pages.close();
  }

  /** Whether the value ahead belongs to the row before; it waits to be read then. */
  private boolean goesOn() throws IOException {
    if (asked) {
      // Asked at the end of the last row: it began this one.
      return false;
    }
    var ahead = ahead();
    asked = ahead != null;
    return ahead != null && ahead.goesOn();
  }

  private void append(StringBuilder list, String text) {
    if (!text.isEmpty() && list.length() <= longest) {
      list.append(list.isEmpty() ? "" : SEPARATOR).append(text);
    }
  }

  private String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    var text = leaf.text().of(value);
    undecodable |= text == null;
    return text == null ? "" : text;
  }

  private Page page() throws IOException {
    var ahead = ahead();
    if (ahead == null) {
      throw Faults.broken();
    }
    return ahead;
  }

  private @Nullable Page ahead() throws IOException {
    if (page == null || page.isEmpty()) {
      page = pages.next();
    }
    return page;
  }
}
