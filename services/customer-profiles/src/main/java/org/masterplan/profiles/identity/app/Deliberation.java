package org.masterplan.profiles.identity.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.identity.domain.Constraint;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.identity.domain.Said;

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

  /** What somebody says of two records, or takes back. */
  Verdict word(long left, long right, Word word) {
    var one = LongSet.of(left);
    var other = LongSet.of(right);
    if (word.back() && !spokenOfAlone(one, other)) {
      return new Verdict(List.of(), List.of());
    }
    var said = new ArrayList<Constraint>();
    if (word.back()) {
      said.add(new Constraint.Unsaid(one, other));
    }
    var pair = one.plus(other);
    switch (word.now()) {
      case SAME -> said.add(new Constraint.Together(pair));
      case DIFFERENT -> said.add(new Constraint.Apart(one, other));
      case NOTHING -> {}
    }
    var affected = whole(pair);
    var persons = matching.group(affected, trial(affected, said));
    boolean joined = persons.stream().anyMatch(person -> pair.minus(person).isEmpty());
    if (word.now() == Said.SAME && !joined) {
      throw new WrongState("NATIONAL_IDS_DIFFER", Map.of("profiles", profiles(pair)));
    }
    return new Verdict(persons, said);
  }

  /** Whether the word about exactly these two stands. */
  private boolean spokenOfAlone(LongSet one, LongSet other) {
    var words = roster.constraints().about(one);
    return words.contains(new Constraint.Together(one.plus(other)))
        || words.contains(new Constraint.Apart(one, other))
        || words.contains(new Constraint.Apart(other, one));
  }

  private String profiles(LongSet records) {
    return Arrays.stream(records.toArray())
        .map(roster::profileOf)
        .mapToObj(ProfileId::name)
        .collect(Collectors.joining(", "));
  }

  /** What people say of the two. */
  static Said said(Constraints constraints, long left, long right) {
    if (constraints.apart(left, right)) {
      return Said.DIFFERENT;
    }
    var pair = LongSet.of(left, right);
    for (var word : constraints.about(pair)) {
      if (word instanceof Constraint.Together(var some) && some.and(pair).size() == 2) {
        return Said.SAME;
      }
    }
    return Said.NOTHING;
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

  /** What links any two of these. */
  List<Link> links(List<Features> some) {
    var found = new ArrayList<Link>();
    for (int i = 0; i < some.size(); i++) {
      for (int j = i + 1; j < some.size(); j++) {
        link(some.get(i), some.get(j)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** What links the two, if anything does. */
  Optional<Link> link(Features left, Features right) {
    return switch (said(roster.constraints(), left.record(), right.record())) {
      case SAME -> {
        var said = List.of(new Link.Contribution("steward", "SAME_PERSON", 30, 0));
        yield Optional.of(new Link(left.record(), right.record(), 30, 1, said));
      }
      case DIFFERENT -> Optional.empty();
      case NOTHING -> matching.link(left, right);
    };
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
