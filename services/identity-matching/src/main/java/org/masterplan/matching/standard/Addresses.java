package org.masterplan.matching.standard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;

/**
 * House number and street, or a whole address line. What is compared are the number, the street and
 * the ward; a missing district says nothing, as there are none since 2025-07-01.
 */
final class Addresses {
  private static final List<Part> PLACES = List.of(Part.WARD, Part.DISTRICT, Part.PROVINCE);
  private static final Pattern SEGMENTS = Pattern.compile("[,;\\n]+|\\s[-–]\\s");

  /** Where a new part of the line begins without a comma. */
  private static final Pattern INLINE =
      Pattern.compile(
          " (?=(?:phường|quận|huyện|tỉnh|thành phố|thị trấn|thị xã) |(?:p|q|tp|tx)\\. ?[^"
              + " ]|[pq][0-9]{1,2}(?: |$))");

  private static final Pattern NUMBER =
      Pattern.compile(
          "^(?:số nhà|so nha|số|so|no\\.?|nhà)? ?([0-9]+[a-z]?(?:[/-][0-9]+[a-z]?)*) +(.+)$");
  private static final Pattern NOUGHTS = Pattern.compile("(?<![0-9])0+(?=[0-9])");
  private static final Pattern ROAD = Pattern.compile("^(?:(?:đường|duong|đ\\.?|phố|pho) +)+(?=.)");
  private static final Set<String> COUNTRY = Set.of("viet nam", "vietnam", "vn");
  private static final Map<String, String> ENDINGS =
      Map.of("st", "street", "rd", "road", "ave", "avenue", "pl", "place", "cres", "crescent");

  private Addresses() {}

  static Standardised address(String raw) {
    var cut = raw.length() > 500 ? raw.substring(0, 500) : raw;
    var decoded = LegacyText.decode(cut);
    var steps = EnumSet.of(decoded.step());
    var lower = Letters.nfc(decoded.text().toLowerCase(Locale.ROOT));
    var line = INLINE.matcher(lower).replaceAll(", ");
    var parts = new EnumMap<Part, String>(Part.class);
    var segments = new ArrayList<String>(4);
    var tokens = new ArrayList<String>(8);
    for (var segment : SEGMENTS.split(line)) {
      var words = PlainStandards.words(segment);
      if (!words.isEmpty() && !COUNTRY.contains(Letters.fold(words))) {
        segment(segment, words, parts, segments, tokens, steps);
      }
    }
    if (segments.isEmpty()) {
      return PlainStandards.text(cut).validity().evidence()
          ? PlainStandards.text(raw)
          : Standardised.missing(raw);
    }
    steps.remove(Step.NONE);
    var canonical = String.join(", ", segments);
    var plain = Standardised.valid(raw, canonical, Letters.fold(canonical));
    return new Standardised(
        raw,
        canonical,
        plain.folded(),
        tokens.isEmpty() ? List.of(plain.folded().split("[ ,]+")) : tokens,
        parts,
        List.of(),
        plain.validity(),
        Step.texts(steps));
  }

  /**
   * The piece of a standardised line, in the form that a column of its own would have; an address
   * that names no places is a street as it stands. Of several wards or districts the first is
   * meant, of provinces the last, which lines end with.
   */
  static Standardised piece(Part part, Standardised address) {
    if (PLACES.stream().allMatch(place -> address.part(place).isEmpty())) {
      return part == Part.STREET ? address : Standardised.missing(address.raw());
    }
    var kept = new ArrayList<String>(2);
    boolean first = true;
    for (var segment : address.canonical().split(", ")) {
      if (partOf(Places.named(segment), first) == part) {
        kept.add(segment);
      }
      first = false;
    }
    if (kept.isEmpty()) {
      return Standardised.missing(address.raw());
    }
    return switch (part) {
      case STREET -> address(String.join(", ", kept));
      case PROVINCE -> Places.place(kept.getLast());
      default -> Places.place(kept.getFirst());
    };
  }

  /** What a segment tells: a line does not begin with a province, but with a street of its name. */
  private static Part partOf(Places.Named place, boolean first) {
    if (!first && place.province().isPresent()) {
      return Part.PROVINCE;
    }
    return switch (place.kind()) {
      case "" -> Part.STREET;
      case "phường", "xã", "thị trấn", "đặc khu" -> Part.WARD;
      default -> Part.DISTRICT;
    };
  }

  private static void segment(
      String segment,
      String words,
      Map<Part, String> parts,
      List<String> segments,
      List<String> tokens,
      Set<Step> steps) {
    var place = Places.named(words);
    var part = partOf(place, segments.isEmpty());
    if (part == Part.STREET) {
      street(segment.strip(), parts, segments, tokens, steps);
      return;
    }
    var name = Letters.fold(place.name());
    if (part == Part.PROVINCE) {
      var today = place.province().orElseThrow();
      parts.put(part, Letters.fold(today));
      segments.add(today);
      if (!Letters.fold(today).equals(name)) {
        steps.add(Step.PROVINCE_OF_2025);
      }
      return;
    }
    parts.putIfAbsent(part, name);
    segments.add(place.whole());
    if (part == Part.WARD) {
      tokens.addAll(List.of(name.split(" ")));
    }
  }

  /** {@code 05-3} and {@code 5/3} are one house. */
  private static String house(String number) {
    return NOUGHTS.matcher(number.replace('-', '/')).replaceAll("");
  }

  private static void street(
      String segment,
      Map<Part, String> parts,
      List<String> segments,
      List<String> tokens,
      Set<Step> steps) {
    var found = NUMBER.matcher(ROAD.matcher(segment).replaceFirst(""));
    var behind = found.matches() ? PlainStandards.words(found.group(2)) : "";
    var number = behind.isEmpty() ? "" : house(found.group(1));
    var road = behind.isEmpty() ? PlainStandards.words(segment) : behind;
    road = ROAD.matcher(road).replaceFirst("");
    int last = road.lastIndexOf(' ');
    var whole = ENDINGS.get(road.substring(last + 1));
    if (whole != null && last > 0) {
      road = road.substring(0, last + 1) + whole;
      steps.add(Step.WORDS_EXPANDED);
    }
    var folded = Letters.fold(road);
    if (!number.isEmpty()) {
      parts.putIfAbsent(Part.NUMBER, number);
      tokens.add(number);
    }
    parts.putIfAbsent(Part.STREET, folded);
    tokens.addAll(List.of(folded.split(" ")));
    segments.add(number.isEmpty() ? road : number + " " + road);
  }
}
