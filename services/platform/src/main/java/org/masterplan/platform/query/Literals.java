package org.masterplan.platform.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter.Op;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.text.Texts;

/** Turns the words of a filter into values of their field's type. */
final class Literals {
  private Literals() {}

  /** The operator as callers write it. */
  static Op op(String operator) {
    return switch (operator) {
      case "=" -> Op.EQ;
      case "!=" -> Op.NE;
      case "<" -> Op.LT;
      case "<=" -> Op.LE;
      case ">" -> Op.GT;
      case ">=" -> Op.GE;
      default -> Op.HAS;
    };
  }

  static Value value(Field field, Op op, Token token) {
    if (op == Op.HAS && token.kind() == Token.Kind.WORD && token.text().equals("*")) {
      return new Value.Present();
    }
    return switch (field.kind()) {
      case EXACT -> new Value.Text(token.text());
      case FOLDED -> new Value.Text(Texts.fold(token.text()));
      case NUMBER -> number(field, token);
      case BOOLEAN -> bool(field, op, token);
      case TIME -> new Value.Time(time(field, token));
    };
  }

  private static Value number(Field field, Token token) {
    try {
      double number = Double.parseDouble(token.text());
      if (Double.isFinite(number)) {
        // Adding zero turns -0.0 into 0.0, which stores hold equal and Double.compare does not.
        return new Value.Number(number + 0.0);
      }
    } catch (NumberFormatException _) {
      // Answered below, as an infinite number is.
    }
    throw wrong("FILTER_NUMBER", field, token);
  }

  private static Value bool(Field field, Op op, Token token) {
    if (op != Op.EQ && op != Op.NE && op != Op.HAS) {
      throw wrong("FILTER_BOOLEAN_ORDER", field, token);
    }
    return switch (token.text()) {
      case "true" -> new Value.Bool(true);
      case "false" -> new Value.Bool(false);
      default -> throw wrong("FILTER_BOOLEAN", field, token);
    };
  }

  private static Instant time(Field field, Token token) {
    try {
      return OffsetDateTime.parse(token.text()).toInstant();
    } catch (DateTimeException _) {
      throw wrong("FILTER_TIME", field, token);
    }
  }

  private static InvalidFields wrong(String reason, Field field, Token token) {
    return InvalidFields.of(
        "filter",
        reason,
        Map.of(
            "field", field.name(),
            "value", token.text(),
            "position", String.valueOf(token.position())));
  }
}
