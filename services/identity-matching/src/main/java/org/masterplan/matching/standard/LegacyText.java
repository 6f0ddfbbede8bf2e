package org.masterplan.matching.standard;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Brings text of any encoding that Vietnam has used into composed Unicode. The encodings of before
 * Unicode put Vietnamese letters on codes of others, so that a text is taken for one of them only
 * where its words are no syllables as they stand and all become syllables when decoded.
 */
final class LegacyText {
  /**
   * @param step how it was decoded; {@link Step#NONE} where nothing had to be
   */
  record Decoded(String text, Step step) {
    private boolean done() {
      return step.compareTo(Step.COMPOSED) > 0;
    }
  }

  private static final Map<Character, Character> TCVN3 = new HashMap<>();
  private static final Map<String, String> VNI = new HashMap<>();
  private static final Pattern VIQR =
      Pattern.compile("(?i)[aeo]\\^|[ou]\\+|a\\(|[aeiouy^+(][`~](?=$|[ a-z])");
  private static final Pattern ETH =
      Pattern.compile("(?<![\\p{L}\\p{M}\\x{80}-\\x{ffff}])[\u00d0\u00f0]");
  private static final Pattern CUT_OFF = Pattern.compile("\u00c3(?= |$)");
  private static final Pattern LATIN_TOO =
      Pattern.compile("(?!.*a[áàâ])[\\x00-\\x7fáàéèíìóòúùâêô]*");
  private static final String VIQR_TONES = "`'~?.";
  private static final String NEVER_WINDOWS = "ăđĩũơưĂĐĨŨƠƯ";
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  static {
    Tables.rows("tcvn3.tsv", "\t")
        .forEach(r -> TCVN3.put((char) Integer.parseInt(r[0], 16), r[1].charAt(0)));
    Tables.rows("vni.tsv", "\t").forEach(r -> VNI.put(r[0], r[1]));
  }

  private static final int MOST_ROUNDS = 3;

  private LegacyText() {}

  static Decoded decode(String raw) {
    var decoded = once(raw);
    if (Letters.ascii(decoded.text())) {
      return decoded;
    }
    // A text may have been spoiled more than once; every round leaves less to decode.
    for (int round = 0; round < MOST_ROUNDS && !syllables(decoded.text()); round++) {
      var again = once(decoded.text());
      // What only the bare words give away is decoded as well, so that no later pass finds more.
      again = again.done() ? again : once(PlainStandards.words(decoded.text()));
      if (!again.done()) {
        return decoded;
      }
      decoded = new Decoded(again.text(), decoded.done() ? decoded.step() : again.step());
    }
    return decoded;
  }

  private static Decoded once(String raw) {
    // Ð at the head of a word is a mistyped Đ in Unicode; in TCVN3 it is é, which heads no name.
    var text = Letters.nfc(raw);
    text = text.indexOf('\u00d0') < 0 && text.indexOf('\u00f0') < 0 ? text : eth(text);
    if (Letters.ascii(text)) {
      return viqrMarks(text) && VIQR.matcher(text).find()
          ? words(text, LegacyText::viqr, Step.DECODED_VIQR).orElse(new Decoded(text, Step.NONE))
          : new Decoded(text, Step.NONE);
    }
    var composed = text;
    return mojibake(text)
        .or(() -> tables(composed))
        .orElseGet(() -> new Decoded(composed, composed.equals(raw) ? Step.NONE : Step.COMPOSED));
  }

  private static String eth(String text) {
    return ETH.matcher(text).replaceAll("Đ");
  }

  /** Whether it has one of the signs that VIQR cannot do without. */
  private static boolean viqrMarks(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("^+(`~".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Decoded by one of the tables; never where all words are syllables as they stand. */
  private static Optional<Decoded> tables(String text) {
    return syllables(text)
        ? Optional.empty()
        : words(text, LegacyText::tcvn3, Step.DECODED_TCVN3)
            .or(() -> words(text, LegacyText::vni, Step.DECODED_VNI));
  }

  /** UTF-8 that was read as windows-1252: strict UTF-8 hardly ever comes about by chance. */
  private static Optional<Decoded> mojibake(String text) {
    boolean seen = false;
    for (int i = 0; i < text.length() && !seen; i++) {
      char c = text.charAt(i);
      seen = c >= 0xc3 && c <= 0xc6 || c == 0xe1;
    }
    if (!seen) {
      return Optional.empty();
    }
    if (text.indexOf('\u00c3') < 0) {
      return utf8(text).map(decoded -> new Decoded(decoded, Step.DECODED_MOJIBAKE));
    }
    return utf8(text)
        // The no-break space inside "Ã " is often made a plain one on the way, or trimmed.
        .or(() -> utf8(text.replaceAll("\u00c3 ", "\u00c3\u00a0")).filter(LegacyText::syllables))
        .or(() -> utf8(CUT_OFF.matcher(text).replaceAll("\u00c3\u00a0")))
        .map(decoded -> new Decoded(decoded, Step.DECODED_MOJIBAKE));
  }

  private static boolean syllables(String text) {
    for (var word : text.toLowerCase(Locale.ROOT).split(" ")) {
      if (!Syllables.marked(bare(word))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> utf8(String text) {
    var bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      // No letter of Vietnamese alone, and none from here on up to signs, is in windows-1252.
      if ((c >= 0x1e00 && c < 0x2000) || NEVER_WINDOWS.indexOf(c) >= 0) {
        return Optional.empty();
      }
      if (c > 0xff) {
        var coded = WINDOWS.encode(CharBuffer.wrap(text, i, i + 1));
        byte b = coded.get(0);
        if (b == '?') {
          return Optional.empty();
        }
        bytes[i] = b;
      } else {
        bytes[i] = (byte) c;
      }
    }
    try {
      var utf8 = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
      return Optional.of(Letters.nfc(utf8.decode(ByteBuffer.wrap(bytes)).toString()));
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /**
   * The text decoded word by word, if that makes syllables of words that were none. One word of
   * letters that half of Europe writes, such as Seán, is no evidence.
   */
  private static Optional<Decoded> words(String text, Function<String, String> table, Step step) {
    var decoded = new StringBuilder(text.length());
    int better = 0;
    boolean odd = false;
    int end;
    for (int from = 0; from < text.length(); from = end) {
      end = text.indexOf(' ', from);
      end = end == from ? from + 1 : end < 0 ? text.length() : end;
      var word = text.substring(from, end);
      var lower = word.toLowerCase(Locale.ROOT);
      var other = table.apply(word);
      if (other.equals(lower)) {
        decoded.append(word);
        continue;
      }
      if (!Syllables.marked(bare(other))) {
        return Optional.empty();
      }
      odd |= !LATIN_TOO.matcher(lower).matches();
      better += Syllables.marked(bare(lower)) ? 0 : 1;
      decoded.append(other);
    }
    return better > 1 || better == 1 && odd
        ? Optional.of(new Decoded(Letters.nfc(decoded.toString()), step))
        : Optional.empty();
  }

  private static String bare(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && word.charAt(from) < 128 && !Character.isLetter(word.charAt(from))) {
      from++;
    }
    while (to > from && word.charAt(to - 1) < 128 && !Character.isLetter(word.charAt(to - 1))) {
      to--;
    }
    return word.substring(from, to);
  }

  private static String tcvn3(String word) {
    var decoded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      decoded.append(TCVN3.getOrDefault(c, Character.toLowerCase(c)).charValue());
    }
    return decoded.toString();
  }

  private static String vni(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    var decoded = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      var two = i + 1 < lower.length() ? VNI.get(lower.substring(i, i + 2)) : null;
      if (two != null) {
        decoded.append(two);
        i++;
      } else {
        var one = lower.substring(i, i + 1);
        decoded.append(VNI.getOrDefault(one, one));
      }
    }
    return decoded.toString();
  }

  private static String viqr(String word) {
    var marks = new StringBuilder(word.length());
    var lower = word.toLowerCase(Locale.ROOT).replace("dd", "đ");
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      char before = marks.isEmpty() ? ' ' : marks.charAt(marks.length() - 1);
      marks.append(viqr(before, c));
    }
    return Letters.nfc(marks.toString());
  }

  /** The combining mark that the sign is after that letter, else the sign. */
  private static char viqr(char before, char sign) {
    boolean quality = before == '\u0302' || before == '\u0306' || before == '\u031b';
    int tone = VIQR_TONES.indexOf(sign);
    if (tone >= 0 && (quality || Letters.vowel(before))) {
      return "\u0300\u0301\u0303\u0309\u0323".charAt(tone);
    }
    return switch (sign) {
      case '^' -> "aeo".indexOf(before) >= 0 ? '\u0302' : sign;
      case '(' -> before == 'a' ? '\u0306' : sign;
      case '+' -> "ou".indexOf(before) >= 0 ? '\u031b' : sign;
      default -> sign;
    };
  }
}
