package org.masterplan.matching.record;

import java.util.List;
import java.util.Map;

/**
 * A value in the form that is compared; the raw one is kept.
 *
 * @param raw as the source wrote it
 * @param canonical all that is known, in one spelling: lower case, NFC, with marks (E.164 for
 *     phones, ISO for dates, {@code yyyy} where the year alone is known); empty = no evidence.
 *     Standardising it again gives itself
 * @param folded canonical without marks
 * @param tokens the folded words that carry weight, in canonical order
 * @param parts named pieces, those that are known
 * @param variants other canonical values that this may equally be, or further values of the cell;
 *     agreement on one of them counts
 * @param how the steps that changed it, for people to read, such as {@code decoded TCVN3}
 */
public record Standardised(
    String raw,
    String canonical,
    String folded,
    List<String> tokens,
    Map<Part, String> parts,
    List<String> variants,
    Validity validity,
    List<String> how) {
  public Standardised {
    tokens = List.copyOf(tokens);
    parts = Map.copyOf(parts);
    variants = List.copyOf(variants);
    how = List.copyOf(how);
  }

  /** Nothing given. */
  public static Standardised missing(String raw) {
    return none(raw, Validity.MISSING);
  }

  /** Something given that means nothing. */
  public static Standardised placeholder(String raw) {
    return none(raw, Validity.PLACEHOLDER);
  }

  private static Standardised none(String raw, Validity validity) {
    return new Standardised(raw, "", "", List.of(), Map.of(), List.of(), validity, List.of());
  }

  /** A valid value without parts or variants. */
  public static Standardised valid(String raw, String canonical, String folded) {
    return new Standardised(
        raw,
        canonical,
        folded,
        folded.isEmpty() ? List.of() : List.of(folded.split(" ")),
        Map.of(),
        List.of(),
        Validity.VALID,
        List.of());
  }

  /** The same with named pieces. */
  public Standardised with(Map<Part, String> newParts) {
    return new Standardised(raw, canonical, folded, tokens, newParts, variants, validity, how);
  }

  /** The piece of that name, empty where it is not known. */
  public String part(Part part) {
    return parts.getOrDefault(part, "");
  }
}
