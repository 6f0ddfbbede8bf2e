package org.masterplan.profiles.effect.app;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.masterplan.profiles.effect.domain.Comparison;
import org.masterplan.profiles.effect.domain.Sample;

/** Members who were looked at, and the sources that bring orders. */
record Looked(List<Member> members, Set<String> sources) {
  /** Every name that they have. */
  Set<String> names() {
    return members.stream().flatMap(m -> m.names().stream()).collect(Collectors.toSet());
  }

  Comparison compare(
      String message, Instant since, Predicate<Member> promoted, Predicate<Member> others) {
    return new Comparison(message, group(promoted, since), group(others, since), since);
  }

  private Comparison.Group group(Predicate<Member> which, Instant since) {
    var revenue = new Sample();
    long unknown = 0;
    for (var member : members.stream().filter(which).toList()) {
      if (member.isKnownTo(sources)) {
        revenue.add(member.spent(since));
      } else {
        unknown++;
      }
    }
    return new Comparison.Group(revenue, unknown);
  }
}
