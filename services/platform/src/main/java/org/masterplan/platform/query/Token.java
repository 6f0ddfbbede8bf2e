package org.masterplan.platform.query;

/**
 * One token of a filter.
 *
 * @param text as written, without the quotes of a quoted text
 * @param position of its first character, counted from 1
 */
record Token(Kind kind, String text, int position) {
  enum Kind {
    WORD,
    QUOTED,
    OPERATOR,
    MINUS,
    OPEN,
    CLOSE,
    END
  }

  boolean isKeyword(String keyword) {
    return kind == Kind.WORD && text.equals(keyword);
  }
}
