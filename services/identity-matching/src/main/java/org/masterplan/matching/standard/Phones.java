package org.masterplan.matching.standard;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Validity;

/**
 * Telephone numbers as E.164, as they are dialled today. Vietnam's are read by its own tables,
 * because no library brings them over the renumberings; others by libphonenumber.
 */
public final class Phones {
  private static final String VIETNAM = "VN";
  private static final Pattern ONE_DIGIT = Pattern.compile(".*([0-9])\\1{6,}");
  private static final int FEWEST = 4;
  private static final PhoneNumberUtil WORLD = PhoneNumberUtil.getInstance();

  private record Number(String canonical, boolean mobile, Step step, List<String> others) {}

  private Phones() {}

  /**
   * @param region where a number without a country code is dialled (ISO 3166), Vietnam if empty
   */
  static Standardised phone(String raw, String region) {
    return phone(raw, region, null);
  }

  /**
   * Knows when the number was written down, which tells an old landline from a mobile of today.
   *
   * @param recorded the day, or null
   */
  public static Standardised phone(String raw, String region, @Nullable LocalDate recorded) {
    var text = PhoneCells.plain(raw);
    var steps = EnumSet.noneOf(Step.class);
    var plain = PhoneCells.withoutSpreadsheet(text);
    if (!plain.equals(text)) {
      steps.add(Step.SPREADSHEET);
    }
    var written = PhoneCells.written(plain);
    if (plain.isBlank() || nobody(digits(plain))) {
      return plain.isBlank() ? Standardised.missing(raw) : Standardised.placeholder(raw);
    }
    var home = region.isEmpty() ? VIETNAM : region;
    boolean one = written.digits().length() == digits(plain).length();
    var whole = one ? number(written, home, recorded) : Optional.<Number>empty();
    var numbers = whole.isPresent() ? List.of(whole.get()) : several(plain, home, recorded);
    if (numbers.isEmpty()) {
      var all = digits(plain);
      return nobody(all)
          ? Standardised.placeholder(raw)
          : new Standardised(
              raw, all, all, List.of(all), Map.of(), List.of(), Validity.INVALID, List.of());
    }
    return value(raw, numbers, steps);
  }

  private static Standardised value(String raw, List<Number> numbers, Set<Step> steps) {
    var first = numbers.getFirst();
    if (nobody(first.canonical().substring(1))) {
      return Standardised.placeholder(raw);
    }
    var variants = new ArrayList<>(first.others());
    numbers.stream().skip(1).map(Number::canonical).forEach(variants::add);
    if (numbers.size() > 1) {
      steps.add(Step.FIRST_OF_SEVERAL);
    }
    steps.add(first.step());
    steps.remove(Step.NONE);
    boolean unsure = first.step() == Step.LANDLINE_OR_MOBILE;
    var e164 = first.canonical();
    return new Standardised(
        raw,
        e164,
        e164,
        List.of(e164),
        Map.of(Part.KIND, first.mobile() ? "MOBILE" : "LANDLINE"),
        variants,
        unsure ? Validity.AMBIGUOUS : Validity.VALID,
        Step.texts(steps));
  }

  private static List<Number> several(String text, String home, @Nullable LocalDate recorded) {
    var numbers = new ArrayList<Number>(2);
    for (var written : PhoneCells.several(text)) {
      number(written, home, recorded).ifPresent(numbers::add);
    }
    if (numbers.isEmpty()) {
      glued(digits(text), home, recorded, numbers);
    }
    if (numbers.isEmpty()) {
      number(plain(digits(text)), home, recorded).ifPresent(numbers::add);
    }
    return numbers;
  }

  /** Two numbers with no more than a blank between them. */
  private static void glued(
      String digits, String home, @Nullable LocalDate recorded, List<Number> numbers) {
    for (int cut = 9; cut <= 12 && cut + 9 <= digits.length() && digits.length() <= 24; cut++) {
      var first = number(plain(digits.substring(0, cut)), home, recorded);
      var second = number(plain(digits.substring(cut)), home, recorded);
      if (first.isPresent() && second.isPresent()) {
        numbers.add(first.get());
        numbers.add(second.get());
        return;
      }
    }
  }

  private static PhoneCells.Written plain(String digits) {
    return new PhoneCells.Written(digits, false, List.of(digits), false);
  }

  private static Optional<Number> number(
      PhoneCells.Written written, String home, @Nullable LocalDate recorded) {
    var digits = written.digits();
    boolean dialledOut = digits.startsWith("00") && digits.length() > 11;
    var bare = dialledOut ? digits.substring(2) : digits;
    boolean abroad = written.plus() || dialledOut;
    boolean vietnam = bare.startsWith("84") && bare.length() >= 11;
    if (vietnam && (abroad || home.equals(VIETNAM))) {
      var national = bare.startsWith("840") ? bare.substring(2) : "0" + bare.substring(2);
      return vietnamese(national, parted(written, true), recorded);
    }
    if (abroad) {
      return foreign("+" + bare, home);
    }
    if (!home.equals(VIETNAM)) {
      return foreign(digits, home);
    }
    var national = digits.startsWith("0") ? digits : "0" + digits;
    return vietnamese(national, parted(written, false), recorded);
  }

  private static Optional<Number> vietnamese(
      String national, boolean parted, @Nullable LocalDate recorded) {
    return VietnamNumbers.read(national, parted)
        .map(reading -> recorded == null ? reading : reading.recorded(recorded))
        .map(
            r ->
                new Number(
                    r.e164(),
                    r.mobile(),
                    r.step(),
                    r.landline() == null ? List.of() : List.of(r.landline())));
  }

  /** Whether an area code stands apart: "08 38251234", "(038) 3825123", but not "038 382 5123". */
  private static boolean parted(PhoneCells.Written written, boolean withCountry) {
    var groups = written.groups();
    int at = withCountry ? 1 : 0;
    if (groups.size() <= at + 1 || withCountry && !groups.getFirst().endsWith("84")) {
      return false;
    }
    var group = groups.get(at);
    var code = group.startsWith("0") ? group : "0" + group;
    boolean alone = groups.size() == at + 2 || written.bracketed();
    return VietnamNumbers.oldArea(code) && (code.length() == 2 || alone);
  }

  private static Optional<Number> foreign(String text, String home) {
    try {
      var number = WORLD.parse(text, home);
      if (!WORLD.isValidNumber(number)) {
        return Optional.empty();
      }
      boolean mobile = WORLD.getNumberType(number) == PhoneNumberUtil.PhoneNumberType.MOBILE;
      return Optional.of(
          new Number(WORLD.format(number, PhoneNumberFormat.E164), mobile, Step.NONE, List.of()));
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  /** Whether people type it where a form insists. */
  private static boolean nobody(String digits) {
    return digits.length() < FEWEST
        || digits.endsWith("123456789")
        || ONE_DIGIT.matcher(digits).matches();
  }

  private static String digits(String text) {
    var digits = new StringBuilder(text.length());
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }
}
