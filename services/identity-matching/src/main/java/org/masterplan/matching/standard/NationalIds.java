package org.masterplan.matching.standard;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Validity;

/**
 * Numbers that a state gives to one person. Vietnam's of today (CCCD, 12 digits; circular
 * 07/2016/TT-BCA) say where, when and as what sex a person was registered: province, century and
 * sex, two digits of the year, six at random. The old one (CMND, 9 digits) says nothing and was
 * replaced when a card was.
 */
public final class NationalIds {
  private static final int OLD = 9;
  private static final int NEW = 12;
  private static final int LAST_PROVINCE = 96;
  private static final Pattern FRACTION = Pattern.compile("\\.0+$");
  private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ONE_SIGN = Pattern.compile(".*(.)\\1{6,}.*|(.)\\2*");
  private static final Set<String> COUNTING =
      Set.of("123456789", "012345678", "987654321", "123456789012", "012345678901");
  private static final Set<String> NOTHING =
      Set.of("khong", "khongco", "chuaco", "none", "null", "na", "nil", "unknown", "x", "nan");

  private static final Map<String, String> PROVINCES = new java.util.HashMap<>();

  static {
    Tables.rows("citizen-province-codes.tsv", "\t").forEach(r -> PROVINCES.put(r[0], r[1]));
  }

  private final int thisYear;

  /** Reads numbers as of a year, after which nobody is born yet. */
  NationalIds(int thisYear) {
    this.thisYear = thisYear;
  }

  Standardised id(String raw) {
    var cut = raw.length() > 60 ? raw.substring(0, 60) : raw;
    var text = NOISE.matcher(FRACTION.matcher(Letters.fold(cut)).replaceFirst("")).replaceAll("");
    if (text.isEmpty()) {
      return cut.isBlank() ? Standardised.missing(raw) : Standardised.placeholder(raw);
    }
    if (NOTHING.contains(text) || COUNTING.contains(text) || ONE_SIGN.matcher(text).matches()) {
      return Standardised.placeholder(raw);
    }
    var steps = EnumSet.noneOf(Step.class);
    var id = digits(text) ? padded(text, steps) : text;
    var parts = new EnumMap<Part, String>(Part.class);
    boolean citizen = citizen(id);
    parts.put(Part.KIND, citizen ? "CCCD" : digits(id) && id.length() == OLD ? "CMND" : "OTHER");
    if (citizen) {
      read(id, parts, steps);
    }
    boolean broken = digits(id) && id.length() == NEW && !citizen;
    return new Standardised(
        raw,
        id,
        Letters.fold(id),
        List.of(id),
        parts,
        List.of(),
        broken ? Validity.INVALID : Validity.VALID,
        Step.texts(steps));
  }

  /** A spreadsheet drops the noughts in front. */
  private String padded(String digits, Set<Step> steps) {
    int length = digits.length();
    int wanted = length == OLD - 1 ? OLD : length == NEW - 1 || length == NEW - 2 ? NEW : length;
    var padded = "0".repeat(wanted - length) + digits;
    if (wanted == length || wanted == NEW && !citizen(padded)) {
      return digits;
    }
    steps.add(Step.ZERO_ADDED);
    return padded;
  }

  private static void read(String id, Map<Part, String> parts, Set<Step> steps) {
    int century = id.charAt(3) - '0';
    parts.put(Part.YEAR, (19 + century / 2) + id.substring(4, 6));
    parts.put(Part.SEX, century % 2 == 0 ? "m" : "f");
    var province = PROVINCES.get(id.substring(0, 3));
    if (province == null) {
      steps.add(Step.PROVINCE_UNKNOWN);
    } else {
      parts.put(Part.PROVINCE, province);
    }
  }

  /** Whether the digits are a number of today's kind: two of them are two people. */
  private boolean citizen(String digits) {
    if (digits.length() != NEW || !digits(digits)) {
      return false;
    }
    int province = Integer.parseInt(digits.substring(0, 3));
    int century = digits.charAt(3) - '0';
    int year = Integer.parseInt(digits.substring(4, 6));
    return province >= 1
        && province <= LAST_PROVINCE
        && century <= 3
        && (century < 2 || year <= thisYear % 100);
  }

  private static boolean digits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * Whether a citizen number says another birth year or sex than the record does.
   *
   * @param year four digits, empty if not known
   * @param sex {@code m} or {@code f}, empty if not known
   */
  public static boolean contradicts(Standardised id, String year, String sex) {
    if (!id.part(Part.KIND).equals("CCCD") || id.validity() != Validity.VALID) {
      return false;
    }
    return !year.isEmpty() && !year.equals(id.part(Part.YEAR))
        || !sex.isEmpty() && !sex.equals(id.part(Part.SEX));
  }
}
