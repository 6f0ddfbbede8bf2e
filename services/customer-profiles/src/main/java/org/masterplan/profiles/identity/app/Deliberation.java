package org.masterplan.profiles.identity.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.identity.domain.Constraint;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.Roster;

/**
 * Who would be whom, by what the roster and the matching say now; changes neither. Not for several
 * threads.
 */
record Deliberation(Roster roster, Matching matching) {

  /** What people said, and the persons that follow from it. */
  record Verdict(List<LongSet> persons, List<Constraint> said) {}

  /** All of these records are one person; refused where two citizen numbers speak against it. */
  Verdict together(LongSet records, List<String> names) {
    var said = new Constraint.Together(records);
    var affected = whole(records);
    var persons = matching.group(affected, trial(affected, List.of(said)));
    if (persons.stream().noneMatch(person -> records.minus(person).isEmpty())) {
      throw new WrongState("NATIONAL_IDS_DIFFER", Map.of("profiles", String.join(", ", names)));
    }
    return new Verdict(persons, List.of(said));
  }

  /** These are not the person that the rest of the profile is. */
  Verdict apart(LongSet all, LongSet apart) {
    var rest = all.minus(apart);
    if (rest.isEmpty() || !apart.minus(all).isEmpty()) {
      throw InvalidFields.of("records", "SPLIT_RECORDS", Map.of());
    }
    var said = new ArrayList<Constraint>();
    said.add(new Constraint.Apart(apart, rest));
    if (apart.size() > 1) {
      said.add(new Constraint.Together(apart));
    }
    var affected = whole(all);
    return new Verdict(matching.group(affected, trial(affected, said)), said);
  }

  /** The persons that these records are, which hold whole profiles and all that is linked. */
  List<LongSet> persons(LongSet whole) {
    return matching.group(whole, roster.constraints());
  }

  /** Grows the set until it holds whole profiles and everything linked to them. */
  LongSet whole(LongSet seeds) {
    var set = seeds;
    while (true) {
      var grown = matching.reach(set);
      grown = grown.plus(mates(grown)).plus(said(grown));
      if (grown.size() == set.size()) {
        return grown;
      }
      set = grown;
    }
  }

  /** What links the two, if anything does. */
  Optional<Link> link(Features left, Features right) {
    var pair = LongSet.of(left.record(), right.record());
    for (var word : roster.constraints().about(pair)) {
      if (word instanceof Constraint.Together(var some) && some.and(pair).size() == 2) {
        var said = List.of(new Link.Contribution("steward", "SAME_PERSON", 30, 0));
        return Optional.of(new Link(left.record(), right.record(), 30, 1, said));
      }
    }
    return roster.constraints().apart(left.record(), right.record())
        ? Optional.empty()
        : matching.link(left, right);
  }

  /** All records of the profiles that these are in. */
  private LongSet mates(LongSet records) {
    var mates = new ArrayList<Long>();
    for (long record : records.toArray()) {
      long profile = roster.profileOf(record);
      if (profile != Move.NONE) {
        for (long mate : roster.members(profile).toArray()) {
          mates.add(mate);
        }
      }
    }
    return LongSet.of(mates);
  }

  private LongSet said(LongSet records) {
    var said = LongSet.of();
    for (var word : roster.constraints().about(records)) {
      if (word instanceof Constraint.Together(var some)) {
        said = said.plus(some);
      }
    }
    return said;
  }

  private Constraints trial(LongSet records, List<Constraint> said) {
    var trial = roster.constraints().copy(records);
    said.forEach(trial::add);
    return trial;
  }
}
