package org.masterplan.profiles.dealing.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.dealing.domain.Dealing;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.source.app.ErasedMarks;
import org.masterplan.profiles.source.domain.RecordName;

/**
 * By what a row of dealings is known again. Whom it names is part of that as it was written, and
 * not as a profile: people are merged and split between one time that a file is brought and the
 * next.
 */
public final class DealingMarks {
  /** What marks of rows of dealings begin with, in place of a source. */
  public static final String FILE = "dealings/";

  private static final int DIGEST = 16;

  private DealingMarks() {}

  /** The mark of what was taken. */
  public static String of(Dealing dealing) {
    return ofId(dealing.id());
  }

  static String ofId(String dealing) {
    return "dealing:" + dealing;
  }

  /**
   * The marks of a person's own keys in files of dealings: a row that names somebody whom nobody
   * knows by one of them is not kept. Not of a phone number, which a family shares.
   */
  public static List<String> ofKeys(List<String> emails, List<String> handles) {
    var marks = new ArrayList<String>();
    emails.forEach(text -> ofKey(Dictionary.EMAIL, text).ifPresent(marks::add));
    handles.forEach(text -> ofKey(Dictionary.HANDLE, plain(text)).ifPresent(marks::add));
    return marks;
  }

  /** The marks of a row as it stands, and of the record that it names. */
  static List<String> ofRow(Row row) {
    var marks = new ArrayList<String>();
    ErasedMarks.ofRow(FILE, row).ifPresent(marks::add);
    record(row).ifPresent(name -> marks.add(ErasedMarks.ofRecord(name)));
    return marks;
  }

  /** The marks of the person's own keys in the row. */
  static List<String> ofKeys(Row row) {
    var handles = List.of(cell(row, "handle"), cell(row, "in_reply_to"));
    return ofKeys(List.of(cell(row, "email")), handles);
  }

  /** Which record the row is about; empty if it does not say. */
  static Optional<RecordName> record(Row row) {
    var source = cell(row, "source");
    var id = cell(row, "record");
    return source.isEmpty() || id.isEmpty()
        ? Optional.empty()
        : Optional.of(new RecordName(source, id));
  }

  /** Whom the row names. */
  static String named(Row row) {
    return digest(
        record(row)
            .map(RecordName::toString)
            .orElseGet(
                () ->
                    String.join(
                        "|",
                        written(Dictionary.EMAIL, cell(row, "email")),
                        written(Dictionary.PHONE, cell(row, "phone")),
                        written(Dictionary.HANDLE, cell(row, "handle")))));
  }

  /** Whom the row answers. */
  static String answered(Row row) {
    return digest(written(Dictionary.HANDLE, cell(row, "in_reply_to")));
  }

  /** One form of each notation. */
  private static String written(String type, String text) {
    return Key.of(type, text)
        .map(Key::value)
        .orElseGet(() -> Texts.canonical(text).toLowerCase(Locale.ROOT));
  }

  private static Optional<String> ofKey(String type, String text) {
    return Key.of(type, text)
        .filter(key -> !key.placeholder())
        .map(key -> ErasedMarks.ofKey(FILE, key));
  }

  /** A handle may be written with its platform in front. */
  private static String plain(String handle) {
    return handle.substring(handle.indexOf(':') + 1);
  }

  private static String cell(Row row, String column) {
    return row.values().getOrDefault(column, "");
  }

  private static String digest(String text) {
    try {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      var whole = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(whole, 0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
