package org.masterplan.matching.standard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;

/**
 * Named places: wards, districts, provinces, cities, countries. What kind of place it is ("Phường",
 * "TP.") is left out; a province of before 2025-07-01 becomes the one that it was merged into
 * (resolution 202/2025/QH15). There is no table of communes: their names are compared as words.
 */
final class Places {
  /** What a place is called before its name, by the whole word that is meant. */
  private static final Map<String, String> KINDS = new HashMap<>();

  /** Kinds of places that are smaller than a province. */
  private static final List<String> SMALLER =
      List.of("phường", "xã", "thị trấn", "đặc khu", "quận", "huyện", "thị xã");

  private static final Map<String, String> PROVINCES = new HashMap<>();
  private static final Pattern NUMBERED = Pattern.compile("(?:p|f|q)0*([0-9]{1,2})");
  private static final Pattern NO_KEY = Pattern.compile("[^a-z0-9]");
  private static final Pattern NOUGHTS = Pattern.compile("^0+(?=[0-9])");

  static {
    for (var row : Tables.rows("place-kinds.tsv", "\t")) {
      for (var spelling : row[1].split(" \\| ")) {
        KINDS.put(spelling, row[0]);
      }
    }
    for (var row : Tables.rows("province_2025.csv", ",")) {
      PROVINCES.put(key(row[0]), PlainStandards.words(row[1]));
      PROVINCES.putIfAbsent(key(row[1]), PlainStandards.words(row[1]));
    }
    for (var row : Tables.rows("province-aliases.tsv", "\t")) {
      PROVINCES.put(key(row[0]), PlainStandards.words(row[1]));
    }
  }

  /**
   * A place as its kind and its name.
   *
   * @param kind the whole word, empty where none was written
   * @param name with marks
   */
  record Named(String kind, String name) {
    boolean smaller() {
      return SMALLER.contains(kind);
    }

    /** The province of today, if it is one of today's or of before 2025. */
    Optional<String> province() {
      return smaller() ? Optional.empty() : Optional.ofNullable(provinceCalled(name));
    }

    String whole() {
      return kind.isEmpty() ? name : kind + " " + name;
    }
  }

  private Places() {}

  private static @Nullable String provinceCalled(String name) {
    return PROVINCES.get(key(name));
  }

  /** Without blanks, so that "TPHCM", "Ha Noi" and "hanoi" are found. */
  private static String key(String name) {
    return NO_KEY.matcher(Letters.fold(name)).replaceAll("");
  }

  static Standardised place(String raw) {
    var text = PlainStandards.text(raw);
    if (!text.validity().evidence()) {
      return text;
    }
    var named = named(text.canonical());
    var steps = EnumSet.noneOf(Step.class);
    var parts = new EnumMap<Part, String>(Part.class);
    var province = named.province();
    boolean misread = named.smaller() && provinceCalled(named.name()) != null;
    var canonical = province.orElse(misread ? named.whole() : named.name());
    if (province.isPresent()) {
      parts.put(Part.PROVINCE, Letters.fold(canonical));
      if (!key(canonical).equals(key(named.name()))) {
        steps.add(Step.PROVINCE_OF_2025);
      }
    }
    var folded = Letters.fold(canonical);
    var how = new ArrayList<>(text.how());
    how.addAll(Step.texts(steps));
    return new Standardised(
        raw,
        canonical,
        folded,
        List.of(Letters.fold(misread ? named.name() : canonical).split(" ")),
        parts,
        List.of(),
        text.validity(),
        how);
  }

  /** Parts the words of a place, lower case, into what it is and what it is called. */
  static Named named(String words) {
    var whole = PROVINCES.get(key(words));
    if (whole != null) {
      return new Named("", words);
    }
    var kind = "";
    var rest = words;
    while (true) {
      var found = kind(rest);
      if (found.isEmpty()) {
        return new Named(kind, NOUGHTS.matcher(rest).replaceFirst(""));
      }
      kind = found.get().kind();
      rest = found.get().name();
    }
  }

  /** The kind that heads the words, if something is left behind it. */
  private static Optional<Named> kind(String words) {
    var numbered = NUMBERED.matcher(words);
    if (numbered.matches()) {
      return Optional.of(new Named(words.charAt(0) == 'q' ? "quận" : "phường", numbered.group(1)));
    }
    if (words.endsWith(" city") || words.endsWith(" province")) {
      int end = words.lastIndexOf(' ');
      return Optional.of(
          new Named(words.endsWith("city") ? "thành phố" : "tỉnh", words.substring(0, end)));
    }
    int first = words.indexOf(' ');
    int second = first < 0 ? -1 : words.indexOf(' ', first + 1);
    for (int end : new int[] {second, first}) {
      var kind = end < 0 ? null : KINDS.get(words.substring(0, end));
      if (kind != null) {
        return Optional.of(new Named(kind, words.substring(end + 1)));
      }
    }
    return Optional.empty();
  }
}
