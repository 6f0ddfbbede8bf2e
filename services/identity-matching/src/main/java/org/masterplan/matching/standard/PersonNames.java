package org.masterplan.matching.standard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Validity;

/**
 * People's names. A Vietnamese name becomes surname, middle, given in that order, any other keeps
 * its own, given name first. Marks are kept; what compares names decides what they count for.
 */
public final class PersonNames {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_ROUNDS = 4;
  private static final Set<String> NOBODY =
      Set.of(
          "khach le",
          "khach hang",
          "khach vang lai",
          "khach",
          "khong ten",
          "khong co",
          "khong ro",
          "chua ro",
          "chua co",
          "chua biet",
          "khong",
          "no name",
          "noname",
          "unknown",
          "unnamed",
          "anonymous",
          "none",
          "null",
          "n a",
          "na",
          "test",
          "tester",
          "test test",
          "asdf",
          "abc",
          "xxx",
          "guest",
          "customer",
          "name",
          "ho ten",
          "ho va ten",
          "an danh",
          "vo danh",
          "nil",
          "not available",
          "not known",
          "undefined",
          "nan");

  /** Regional forms of one surname, and forms that differ by custom. */
  private static final Map<String, String> REGIONAL =
      Map.of("huynh", "hoang", "vo", "vu", "chau", "chu");

  private PersonNames() {}

  /** A whole name, in any order of its parts. */
  static Standardised whole(String raw) {
    var cut = cut(raw);
    var words = NameWords.of(cut);
    if (words.words().isEmpty()) {
      return Standardised.missing(raw);
    }
    var steps = EnumSet.noneOf(Step.class);
    steps.addAll(words.steps());
    if (cut.length() < raw.length()) {
      steps.add(Step.CUT);
    }
    return named(raw, words, steps);
  }

  private static Standardised named(String raw, NameWords words, EnumSet<Step> steps) {
    var named = new ArrayList<>(words.words());
    var folded = new ArrayList<>(named.stream().map(Letters::fold).toList());
    if (NOBODY.contains(String.join(" ", folded))) {
      return Standardised.placeholder(raw);
    }
    var parts = new EnumMap<Part, String>(Part.class);
    boolean hasMarks = named.stream().anyMatch(Letters::marked);
    int titles = Titles.count(named, hasMarks);
    if (titles > 0) {
      steps.add(Step.TITLE_LEFT_OUT);
      parts.put(Part.TITLE, String.join(" ", folded.subList(0, titles)));
      named.subList(0, titles).clear();
      folded.subList(0, titles).clear();
      if (NOBODY.contains(String.join(" ", folded))) {
        return Standardised.placeholder(raw);
      }
    }
    boolean lost = words.lost() || LostLetters.seen(folded);
    if (lost) {
      steps.add(Step.LETTERS_LOST);
    }
    if (folded.size() > 1 && folded.stream().anyMatch(w -> w.length() == 1)) {
      steps.add(Step.INITIALS);
    }
    boolean vietnamese = lost || NameOrder.vietnamese(folded);
    boolean unsure = vietnamese && !lost && arrange(named, folded, steps, hasMarks);
    roles(folded, vietnamese, parts);
    var canonical = String.join(" ", named);
    return new Standardised(
        raw,
        canonical,
        String.join(" ", folded),
        folded,
        parts,
        unsure ? List.of(givenFirst(named)) : List.of(),
        lost ? Validity.DAMAGED : Validity.VALID,
        Step.texts(steps));
  }

  /** Brings the words into order; whether another order is nearly as likely. */
  private static boolean arrange(
      List<String> named, List<String> folded, Set<Step> steps, boolean hasMarks) {
    var order = NameOrder.of(named, hasMarks);
    boolean unsure = order.unsure();
    for (int round = 0; round < MAX_ROUNDS && order.changed(); round++) {
      steps.add(Step.ORDER_CHANGED);
      reorder(named, order.order());
      reorder(folded, order.order());
      order = NameOrder.of(named, hasMarks);
    }
    if (unsure) {
      steps.add(Step.ORDER_UNSURE);
    }
    return unsure;
  }

  private static void reorder(List<String> words, int[] order) {
    var before = List.copyOf(words);
    for (int i = 0; i < order.length; i++) {
      words.set(i, before.get(order[i]));
    }
  }

  /** The other reading of an unsure order: the last word is the surname. */
  private static String givenFirst(List<String> words) {
    int last = words.size() - 1;
    return words.get(last) + " " + String.join(" ", words.subList(0, last));
  }

  private static void roles(List<String> folded, boolean vietnamese, Map<Part, String> parts) {
    int last = folded.size() - 1;
    if (last == 0) {
      parts.put(Part.GIVEN, folded.getFirst());
      return;
    }
    parts.put(Part.SURNAME, folded.get(vietnamese ? 0 : last));
    parts.put(Part.GIVEN, folded.get(vietnamese ? last : 0));
    if (last > 1) {
      parts.put(Part.MIDDLE, String.join(" ", folded.subList(1, last)));
    }
  }

  /** A surname, middle or given name that stands alone in its column. */
  static Standardised part(String raw, Part part) {
    var words = NameWords.of(cut(raw));
    var folded = words.words().stream().map(Letters::fold).toList();
    if (folded.isEmpty()) {
      return Standardised.missing(raw);
    }
    var joined = String.join(" ", folded);
    if (NOBODY.contains(joined)) {
      return Standardised.placeholder(raw);
    }
    var steps = EnumSet.noneOf(Step.class);
    steps.addAll(words.steps());
    boolean lost = words.lost() || LostLetters.seen(folded);
    if (lost) {
      steps.add(Step.LETTERS_LOST);
    }
    return new Standardised(
        raw,
        String.join(" ", words.words()),
        joined,
        folded,
        Map.of(part, joined),
        List.of(),
        lost ? Validity.DAMAGED : Validity.VALID,
        Step.texts(steps));
  }

  /**
   * The whole name of a record whose parts stand in columns of their own, empty where it has none.
   * A Vietnamese name is read as one text, because clerks swap the columns; of any other the
   * columns say what is what.
   */
  public static Standardised whole(String surname, String middle, String given) {
    var vietnamese = (surname + " " + middle + " " + given).strip();
    var words = NameWords.of(vietnamese).words().stream().map(Letters::fold).toList();
    if (NameOrder.vietnamese(words) || LostLetters.seen(words)) {
      return whole(vietnamese);
    }
    return whole((given + " " + middle + " " + surname).strip());
  }

  /** Whether two folded surnames are regional forms of one: Hoàng and Huỳnh, Vũ and Võ. */
  public static boolean regionalForms(String surname, String other) {
    return !surname.equals(other)
        && REGIONAL.getOrDefault(surname, surname).equals(REGIONAL.getOrDefault(other, other));
  }

  private static String cut(String raw) {
    return raw.length() <= MAX_LENGTH ? raw : raw.substring(0, MAX_LENGTH);
  }
}
