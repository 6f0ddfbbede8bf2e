package org.masterplan.platform.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.query.Token.Kind;

/** Cuts a filter into tokens. After an operator a word may hold {@code : - ,}, as a time does. */
final class Lexer {
  private static final String OPERATOR_LETTERS = "<>=!:";
  private static final List<String> OPERATORS = List.of("<=", ">=", "!=", "<", ">", "=", ":");
  private static final String ENDS_ANY_WORD = "()\"'<>=!";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    var lexer = new Lexer(text);
    while (lexer.skipSpace()) {
      lexer.tokens.add(lexer.next());
    }
    lexer.tokens.add(new Token(Kind.END, "", text.length() + 1));
    return lexer.tokens;
  }

  private boolean skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private Token next() {
    char letter = text.charAt(at);
    if (letter == '"' || letter == '\'') {
      return quoted(letter);
    }
    if (letter == '(' || letter == ')') {
      return take(letter == '(' ? Kind.OPEN : Kind.CLOSE, 1);
    }
    if (OPERATOR_LETTERS.indexOf(letter) >= 0) {
      return operator();
    }
    if (letter == '-' && !afterOperator()) {
      return take(Kind.MINUS, 1);
    }
    return take(Kind.WORD, wordLength());
  }

  private Token take(Kind kind, int length) {
    var token = new Token(kind, text.substring(at, at + length), at + 1);
    at += length;
    return token;
  }

  private Token operator() {
    for (var operator : OPERATORS) {
      if (text.startsWith(operator, at)) {
        return take(Kind.OPERATOR, operator.length());
      }
    }
    throw InvalidFields.of(
        "filter",
        "FILTER_OPERATOR_EXPECTED",
        Map.of("position", String.valueOf(at + 1), "found", text.substring(at, at + 1)));
  }

  private boolean afterOperator() {
    return !tokens.isEmpty() && tokens.getLast().kind() == Kind.OPERATOR;
  }

  private int wordLength() {
    var ends = afterOperator() ? ENDS_ANY_WORD : ENDS_ANY_WORD + ":,";
    int end = at + 1;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && ends.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end - at;
  }

  private Token quoted(char quote) {
    int start = at++;
    var inside = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      inside.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw InvalidFields.of(
          "filter",
          "FILTER_QUOTE_OPEN",
          Map.of("position", String.valueOf(start + 1), "found", String.valueOf(quote)));
    }
    at++;
    return new Token(Kind.QUOTED, inside.toString(), start + 1);
  }
}
