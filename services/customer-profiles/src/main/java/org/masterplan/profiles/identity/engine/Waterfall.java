package org.masterplan.profiles.identity.engine;

import java.util.ArrayList;
import java.util.Locale;
import org.masterplan.matching.explain.Explanation;
import org.masterplan.profiles.identity.app.Link;

/** The engine's reasons in the words of the service. */
final class Waterfall {
  /** What is taken away from the fields where one witness is missing or a rule forbids the pair. */
  static final String GUARD = "guard";

  private Waterfall() {}

  /** The evidence field by field; the odds of two random records count in the probability only. */
  static Link of(long left, long right, Explanation why) {
    var parts = new ArrayList<Link.Contribution>();
    for (var each : why.contributions()) {
      double weight = each.weight() + each.tfAdjustment();
      parts.add(
          new Link.Contribution(each.field(), word(each.level()), weight, each.tfAdjustment()));
    }
    if (why.guard() != 0) {
      parts.add(new Link.Contribution(GUARD, word(why.guardReason()), why.guard(), 0));
    }
    return new Link(left, right, why.weight() - why.start(), why.probability(), parts);
  }

  /** A level as the service names it. */
  static String word(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
  }
}
