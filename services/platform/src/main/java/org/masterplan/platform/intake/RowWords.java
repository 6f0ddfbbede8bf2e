package org.masterplan.platform.intake;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.text.Texts;

/**
 * By what a kept row is found for the person it speaks of: whole cells, and every mail address and
 * phone number anywhere in it, however it is written.
 */
public final class RowWords {
  /**
   * No part is longer (RFC 5321, 4.5.3.1); unbounded, a long word would be read from each letter.
   */
  private static final Pattern MAIL =
      Pattern.compile("[^@\\s<>\"'(),;:]{1,64}+@[^@\\s<>\"'(),;:]{1,255}+");

  private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d\\s().-]{6,}\\d");

  /** A cell that says on which platform a handle is. */
  private static final Pattern HANDLE =
      Pattern.compile("\\pL[\\pL\\pN ._-]{0,30}:\\s*@?([^\\s/@][^\\s/]{0,199})");

  /** As many digits at the end of a number as say whose it is, whatever stands before them. */
  private static final int OWN_DIGITS = 9;

  private static final int LONGEST_CELL = 200;
  private static final int MOST = 200;

  private RowWords() {}

  /** The words of a row. */
  public static List<String> of(Row.Bad row) {
    var words = new LinkedHashSet<String>();
    Stream.concat(
            row.values().values().stream(),
            Stream.concat(Stream.of(row.value()), row.about().values().stream()))
        .forEach(text -> add(text, words));
    return words.stream().limit(MOST).toList();
  }

  /** The words of a person's keys: each is looked for as it stands, and as what it is. */
  public static List<String> ofKeys(Collection<String> keys) {
    var words = new LinkedHashSet<String>();
    keys.forEach(key -> add(key, words));
    return List.copyOf(words);
  }

  /** The words of whole cells. */
  public static List<String> ofCells(Collection<String> texts) {
    return ofKeys(texts).stream().filter(word -> word.startsWith("cell:")).toList();
  }

  /** The words of handles, in cells that say nothing else and in those that say a platform too. */
  public static List<String> ofHandleCells(Collection<String> handles) {
    return Stream.concat(ofCells(handles).stream(), ofHandles(handles).stream()).toList();
  }

  /** The words of handles, on whichever platform a cell says. */
  static List<String> ofHandles(Collection<String> handles) {
    return handles.stream()
        .map(handle -> Texts.canonical(handle).toLowerCase(Locale.ROOT))
        .map(handle -> "handle:" + (handle.startsWith("@") ? handle.substring(1) : handle))
        .distinct()
        .toList();
  }

  private static void add(String text, Set<String> words) {
    if (text.isBlank()) {
      return;
    }
    var plain = Texts.canonical(text).toLowerCase(Locale.ROOT);
    if (plain.length() <= LONGEST_CELL) {
      words.add("cell:" + (plain.startsWith("@") ? plain.substring(1) : plain));
    }
    var handle = HANDLE.matcher(plain);
    if (handle.matches()) {
      words.add("handle:" + handle.group(1));
    }
    MAIL.matcher(plain).results().forEach(found -> words.add("mail:" + bare(found.group())));
    PHONE.matcher(plain).results().forEach(found -> addPhone(found.group(), words));
  }

  /** Without the full stop that ends a sentence. */
  private static String bare(String mail) {
    return mail.endsWith(".") ? mail.substring(0, mail.length() - 1) : mail;
  }

  private static void addPhone(String number, Set<String> words) {
    var digits = number.replaceAll("\\D", "");
    if (digits.length() >= OWN_DIGITS) {
      words.add("phone:" + digits.substring(digits.length() - OWN_DIGITS));
    }
  }
}
