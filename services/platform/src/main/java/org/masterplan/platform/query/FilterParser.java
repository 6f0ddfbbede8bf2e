package org.masterplan.platform.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Filter.Op;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.query.Token.Kind;

/**
 * Reads the filter language of AIP-160: comparisons, bare words, AND, OR, NOT, minus, parentheses.
 * As there, OR binds tighter than AND: {@code a AND b OR c} is {@code a AND (b OR c)}, and words
 * side by side are joined by AND.
 */
public final class FilterParser {
  static final int MAX_LENGTH = 4000;
  static final int MAX_DEPTH = 40;

  /** Letters of a text that is looked for inside others: what it costs grows with their square. */
  static final int MAX_WORD = 200;

  private final Catalogue catalogue;
  private final List<Token> tokens;
  private int at;
  private int depth;

  /** The comparison that a parenthesis after an operator repeats: {@code state=(A OR B)}. */
  private @Nullable Function<Token, Filter> shared;

  private FilterParser(Catalogue catalogue, List<Token> tokens) {
    this.catalogue = catalogue;
    this.tokens = tokens;
  }

  /**
   * The meaning of {@code text} over these fields; the empty text is everything. Throws {@link
   * InvalidFields} naming position, token and what was expected.
   */
  public static Filter parse(String text, List<Field> fields) {
    return parse(text, fields, Map.of());
  }

  /**
   * The same.
   *
   * @param words what fields of fixed words may be compared with, by name
   */
  public static Filter parse(String text, List<Field> fields, Map<String, List<String>> words) {
    if (text.length() > MAX_LENGTH) {
      throw InvalidFields.of(
          "filter",
          "FILTER_TOO_LONG",
          Map.of("length", String.valueOf(text.length()), "max", String.valueOf(MAX_LENGTH)));
    }
    var parser = new FilterParser(new Catalogue(fields, words), Lexer.tokens(text));
    if (parser.peek().kind() == Kind.END) {
      return new Filter.All();
    }
    var filter = parser.expression();
    if (parser.peek().kind() != Kind.END) {
      throw unexpected("FILTER_END_EXPECTED", parser.peek());
    }
    return filter;
  }

  private Filter expression() {
    return joined(this::sequence, "AND", Filter.And::new);
  }

  private Filter sequence() {
    var parts = new ArrayList<Filter>();
    do {
      parts.add(factor());
    } while (startsTerm(peek()));
    return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
  }

  private Filter factor() {
    return joined(this::term, "OR", Filter.Or::new);
  }

  private Filter joined(
      Supplier<Filter> part, String keyword, Function<List<Filter>, Filter> join) {
    var parts = new ArrayList<Filter>();
    parts.add(part.get());
    while (peek().isKeyword(keyword)) {
      next();
      parts.add(part.get());
    }
    return parts.size() == 1 ? parts.getFirst() : join.apply(parts);
  }

  private Filter term() {
    if (peek().kind() == Kind.MINUS || peek().isKeyword("NOT")) {
      next();
      return new Filter.Not(simple());
    }
    return simple();
  }

  private Filter simple() {
    var token = next();
    if (token.kind() == Kind.OPEN) {
      return composite(token);
    }
    if (!isValue(token)) {
      throw unexpected("FILTER_TERM_EXPECTED", token);
    }
    if (shared != null) {
      return shared.apply(token);
    }
    return peek().kind() == Kind.OPERATOR ? restriction(token) : word(token);
  }

  private Filter composite(Token open) {
    if (++depth > MAX_DEPTH) {
      throw InvalidFields.of(
          "filter",
          "FILTER_TOO_DEEP",
          Map.of("position", String.valueOf(open.position()), "max", String.valueOf(MAX_DEPTH)));
    }
    var inside = expression();
    if (next().kind() != Kind.CLOSE) {
      throw unexpected("FILTER_PARENTHESIS_OPEN", open);
    }
    depth--;
    return inside;
  }

  private Filter restriction(Token name) {
    var op = Literals.op(next().text());
    var field =
        catalogue.find(name.text()).orElseThrow(() -> catalogue.unknown("filter", name.text()));
    Function<Token, Filter> compare =
        value -> {
          catalogue.mustBeAWord(field, op, value);
          catalogue.mustBeAName(field, op, value);
          return new Filter.Compare(
              field, op, Literals.value(field, op, op == Op.HAS ? searchable(value) : value));
        };
    var value = next();
    if (value.kind() == Kind.OPEN) {
      shared = compare;
      var inside = composite(value);
      shared = null;
      return inside;
    }
    if (!isValue(value)) {
      throw unexpected("FILTER_VALUE_EXPECTED", value);
    }
    return compare.apply(value);
  }

  private static Filter word(Token token) {
    var folded = Texts.fold(searchable(token).text());
    if (folded.isBlank()) {
      throw unexpected("FILTER_TERM_EXPECTED", token);
    }
    return new Filter.Word(folded);
  }

  private static Token searchable(Token token) {
    if (token.text().length() > MAX_WORD) {
      throw InvalidFields.of(
          "filter",
          "FILTER_WORD_TOO_LONG",
          Map.of(
              "position", String.valueOf(token.position()),
              "length", String.valueOf(token.text().length()),
              "max", String.valueOf(MAX_WORD)));
    }
    return token;
  }

  private static boolean startsTerm(Token token) {
    return switch (token.kind()) {
      case OPEN, MINUS, QUOTED -> true;
      case WORD -> isValue(token) || token.isKeyword("NOT");
      case OPERATOR, CLOSE, END -> false;
    };
  }

  private static boolean isValue(Token token) {
    return token.kind() == Kind.QUOTED
        || (token.kind() == Kind.WORD
            && !token.text().equals("AND")
            && !token.text().equals("OR")
            && !token.text().equals("NOT"));
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    var token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  private static InvalidFields unexpected(String reason, Token token) {
    return InvalidFields.of(
        "filter",
        reason,
        Map.of("position", String.valueOf(token.position()), "found", token.text()));
  }
}
