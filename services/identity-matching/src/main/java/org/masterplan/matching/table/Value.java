package org.masterplan.matching.table;

import java.util.List;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Validity;

/**
 * A distinct value of a feature, with what comparing it needs.
 *
 * @param canonical as {@link Standardised#canonical}
 * @param others the variants
 * @param ymd year, month, day as eight digits where all are known, else four or none; of ids the
 *     year that they carry
 * @param piece of ids and phones their kind, of e-mails the part before the at sign, of handles the
 *     whole without separators and platform
 * @param sex that a gender or an id tells, m or f; empty if unknown
 */
public record Value(
    String canonical,
    String folded,
    List<String> tokens,
    List<String> others,
    String ymd,
    String piece,
    String sex,
    Validity validity) {

  static Value of(Kind kind, Standardised from) {
    return new Value(
        from.canonical(),
        from.folded(),
        from.tokens(),
        from.variants(),
        from.part(Part.YEAR) + from.part(Part.MONTH) + from.part(Part.DAY),
        piece(kind, from),
        kind == Kind.ID ? from.part(Part.SEX) : kind == Kind.GENDER ? from.canonical() : "",
        from.validity());
  }

  /** A part of a full name; marks are kept where the whole has as many words as its folded form. */
  static Value name(String canonical, String folded, Validity validity) {
    return new Value(
        canonical, folded, List.of(folded.split(" ")), List.of(), "", "", "", validity);
  }

  private static String piece(Kind kind, Standardised from) {
    return switch (kind) {
      case EMAIL, CODE -> from.part(Part.LOCAL);
      case PHONE, ID -> from.part(Part.KIND);
      case ADDRESS -> from.part(Part.NUMBER);
      case PLACE -> from.part(Part.PROVINCE);
      case GIVEN, MIDDLE, SURNAME, BIRTH, POSTCODE, ORGANISATION, NUMBER, TEXT, GENDER -> "";
    };
  }

  /** Whether it agrees with another on its canonical form or on a variant of either. */
  public boolean meets(Value other) {
    if (others.isEmpty() && other.others.isEmpty()) {
      return canonical.equals(other.canonical);
    }
    if (canonical.equals(other.canonical) || other.others.contains(canonical)) {
      return true;
    }
    for (var reading : others) {
      if (reading.equals(other.canonical) || other.others.contains(reading)) {
        return true;
      }
    }
    return false;
  }
}
