package org.masterplan.kernel.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;

/** One row of an upload: readable, or refused by the reader or by whoever took it. */
public sealed interface Row {
  /** Line in the file, counted from 1 with the header. */
  long line();

  /** The row's values by field, in the file's order; what could be read of a bad row. */
  Map<String, String> values();

  /**
   * A row that could be read.
   *
   * @param values by field; a cell that is empty or only space is absent
   */
  record Good(long line, Map<String, String> values) implements Row {
    public Good {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value of that field, empty text if absent. */
    public String value(String field) {
      return values.getOrDefault(field, "");
    }

    public boolean has(String field) {
      return values.containsKey(field);
    }

    /** This row, refused because of that field; {@code field} and {@code value} join the texts. */
    public Bad refused(String field, String reason, Map<String, String> about) {
      return new Bad(line, values, field, value(field), reason, about);
    }

    /** This row, refused for the first violation that the domain found in it. */
    public Bad refused(InvalidFields refusal) {
      Violation first = refusal.violations().getFirst();
      return refused(first.field(), first.reason(), first.about());
    }
  }

  /**
   * A row that was not taken. It is kept, and can be replayed from {@code values}.
   *
   * @param field column or field at fault, empty if the whole row is
   * @param value the value as read, cut to {@link #MAX_VALUE} characters
   * @param reason UPPER_SNAKE key of the text
   * @param about what the text's placeholders say
   */
  record Bad(
      long line,
      Map<String, String> values,
      String field,
      String value,
      String reason,
      Map<String, String> about)
      implements Row {
    /** How much of a value a report shows. */
    public static final int MAX_VALUE = 100;

    /** Refusals of the reader that leave values whose places are not certain. */
    private static final Set<String> MISREAD = Set.of("ROW_RAGGED", "CELL_ERROR");

    /** In {@code about}: tells a longer text from others that begin as it does, if it is cut. */
    public static final String DIGEST = "digest";

    public Bad {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      var texts = new LinkedHashMap<>(about);
      if (values.isEmpty() && value.length() > MAX_VALUE) {
        texts.putIfAbsent(DIGEST, digest(value));
      }
      value = cut(value);
      texts.putIfAbsent("field", field);
      texts.putIfAbsent("value", value);
      about = Collections.unmodifiableMap(texts);
    }

    /** Whether it was read as a row, so that it can be tried again once its reason is gone. */
    public boolean isReadable() {
      return !values.isEmpty() && !MISREAD.contains(reason);
    }

    /** A row of which nothing could be read. */
    public static Bad unreadable(long line, String reason, Map<String, String> about) {
      return new Bad(line, Map.of(), "", "", reason, about);
    }

    private static String digest(String value) {
      try {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JVM has SHA-256", e);
      }
    }

    private static String cut(String value) {
      if (value.length() <= MAX_VALUE) {
        return value;
      }
      boolean splitsAPair = Character.isHighSurrogate(value.charAt(MAX_VALUE - 1));
      return value.substring(0, splitsAPair ? MAX_VALUE - 1 : MAX_VALUE);
    }
  }
}
