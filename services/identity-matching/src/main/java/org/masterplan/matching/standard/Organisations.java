package org.masterplan.matching.standard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;

/**
 * Names of organisations without their legal forms: "Công ty Cổ phần" stands before every second
 * Vietnamese firm and tells none from another.
 */
final class Organisations {
  /** Folded words, the longest forms first. */
  private static final List<List<String>> FORMS =
      Tables.rows("legal-forms.txt", "\\|").stream()
          .flatMap(Arrays::stream)
          .map(String::strip)
          .filter(form -> !form.isEmpty())
          .map(form -> List.of(form.split(" ")))
          .sorted(Comparator.<List<String>>comparingInt(List::size).reversed())
          .toList();

  private Organisations() {}

  static Standardised organisation(String raw) {
    var text = PlainStandards.text(raw);
    if (!text.validity().evidence()) {
      return text;
    }
    var words = new ArrayList<>(List.of(text.canonical().split(" ")));
    var folded = new ArrayList<>(words.stream().map(Letters::fold).toList());
    var left = new ArrayList<String>();
    while (words.size() > 1 && leaveOut(words, folded, left)) {
      // One form may stand beside another: "Công ty TNHH MTV".
    }
    var steps = EnumSet.noneOf(Step.class);
    if (!left.isEmpty()) {
      steps.add(Step.LEGAL_FORM_LEFT_OUT);
    }
    var how = new ArrayList<>(text.how());
    how.addAll(Step.texts(steps));
    return new Standardised(
        raw,
        String.join(" ", words),
        String.join(" ", folded),
        folded,
        left.isEmpty() ? Map.of() : Map.of(Part.KIND, String.join(" ", left)),
        List.of(),
        text.validity(),
        how);
  }

  private static boolean leaveOut(List<String> words, List<String> folded, List<String> left) {
    for (var form : FORMS) {
      int at = java.util.Collections.indexOfSubList(folded, form);
      if (at >= 0 && form.size() < folded.size()) {
        left.addAll(form);
        words.subList(at, at + form.size()).clear();
        folded.subList(at, at + form.size()).clear();
        return true;
      }
    }
    return false;
  }
}
