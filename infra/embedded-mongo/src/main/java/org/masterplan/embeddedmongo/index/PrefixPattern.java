package org.masterplan.embeddedmongo.index;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.kv.Bytes;

/** Regular expressions that begin with {@code ^} and plain text: a range of strings. */
final class PrefixPattern {
  private static final String REPEATS_THE_LAST = "*?{";

  private PrefixPattern() {}

  static boolean isPattern(@Nullable Object value) {
    return BsonRegularExpression.isRegularExpression(value);
  }

  /** The keys of the strings {@code pattern} can match, or null when it may match any. */
  static Bound.@Nullable Range range(@Nullable Object pattern) {
    BsonRegularExpression expression = BsonRegularExpression.convertToRegularExpression(pattern);
    String options = expression.getOptions();
    String prefix = options == null || options.isEmpty() ? plainStart(expression.getPattern()) : "";
    if (prefix.isEmpty()) {
      return null;
    }
    byte[] start = KeyEncoding.stringsStartingWith(prefix);
    return new Bound.Range(start, Bytes.successor(start));
  }

  private static String plainStart(String pattern) {
    if (!pattern.startsWith("^") || pattern.indexOf('|') >= 0) {
      return "";
    }
    if (pattern.startsWith("^\\Q")) {
      int end = pattern.indexOf("\\E");
      return end <= 3 ? "" : pattern.substring(3, repeats(pattern, end + 2) ? end - 1 : end);
    }
    int end = 1;
    while (end < pattern.length() && isPlain(pattern.charAt(end))) {
      end++;
    }
    return pattern.substring(1, end > 1 && repeats(pattern, end) ? end - 1 : end);
  }

  /** Whether what stands there makes the character before it optional. */
  private static boolean repeats(String pattern, int at) {
    return at < pattern.length() && REPEATS_THE_LAST.indexOf(pattern.charAt(at)) >= 0;
  }

  private static boolean isPlain(char each) {
    return Character.isLetterOrDigit(each) || "-_:@ /,;#".indexOf(each) >= 0;
  }
}
