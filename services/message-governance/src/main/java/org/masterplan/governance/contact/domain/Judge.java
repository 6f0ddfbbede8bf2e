package org.masterplan.governance.contact.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.masterplan.governance.contact.domain.ContactRule.Basis;
import org.masterplan.governance.policy.domain.Policy;

/** Asks the rules. Knows none of them. */
public final class Judge {
  /** More rounds than rules with a waiting time never help. */
  private static final int ROUNDS = 20;

  private final ContactRules rules;

  /** The accounts that a wish touches; empty ones where the person or the point is unknown. */
  public record Standing(Account point, Account profile) {}

  public Judge(ContactRules rules) {
    this.rules = rules;
  }

  /** What every rule objects to, at the wish's time, as the accounts stand. */
  public List<Objection> objections(Ask ask, Person person, Standing standing, Instant now) {
    var found = new ArrayList<Objection>();
    for (var basis : Basis.values()) {
      var account = account(standing, basis);
      found.addAll(objections(EnumSet.of(basis), situation(ask, person, account, now)));
    }
    return distinct(found);
  }

  /** What the rules of one account object to. */
  public List<Objection> objections(Set<Basis> bases, Situation situation) {
    return rules.all().stream()
        .filter(r -> bases.contains(r.basis()))
        .flatMap(r -> objection(r, situation).stream())
        .toList();
  }

  /** When the wish would be granted if nothing else happened; empty if waiting does not help. */
  public Optional<Instant> nextAllowed(Ask ask, Person person, Standing standing, Instant now) {
    var time = ask.timeOr(now);
    for (int round = 0; round < ROUNDS; round++) {
      var objections = objections(ask.at(time), person, standing, now);
      if (objections.isEmpty()) {
        return Optional.of(time);
      }
      if (objections.stream().anyMatch(o -> o.next() == null)) {
        return Optional.empty();
      }
      time =
          objections.stream()
              .map(Objection::next)
              .filter(Objects::nonNull)
              .max(Instant::compareTo)
              .orElse(time);
    }
    return Optional.empty();
  }

  /** The rules of those ids, as far as they are known. */
  public List<Policy> named(List<String> ids) {
    return rules.policies().stream().filter(p -> ids.contains(p.id())).toList();
  }

  private static Situation situation(Ask ask, Person person, Account account, Instant now) {
    return new Situation(ask, person, account, ask.timeOr(now), now);
  }

  private static Account account(Standing standing, Basis basis) {
    return switch (basis) {
      case PERSON, HOURS -> Account.empty("");
      case POINT -> standing.point();
      case PROFILE -> standing.profile();
    };
  }

  private static Optional<Objection> objection(ContactRule rule, Situation situation) {
    return switch (rule.check().judge(situation)) {
      case Verdict.Fine() -> Optional.empty();
      case Verdict.Refused(var next) -> Optional.of(new Objection(rule.policy(), next));
    };
  }

  /** One rule may be judged under both accounts; it is named once. */
  private static List<Objection> distinct(List<Objection> found) {
    var seen = new HashSet<String>();
    return found.stream().filter(o -> seen.add(o.policy().id())).toList();
  }
}
