package org.masterplan.profiles.identity.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.dictionary.domain.Names;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.Link;
import org.masterplan.profiles.identity.app.Matching;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;

/**
 * Links records that share a national id, an e-mail address or a phone number, the last two only
 * where their names do not contradict each other: a family shares a telephone. A value that a crowd
 * holds links nobody.
 */
public final class ExactMatching implements Matching {
  private static final double PRIOR_BITS = -10;

  private final KeyIndex index = new KeyIndex();

  @Override
  public String method() {
    return "EXACT_KEYS";
  }

  @Override
  public LongSet put(List<Features> records) {
    var affected = new Numbers();
    for (var each : records) {
      affected.add(each.record());
      index.put(each).forEach(affected::add);
    }
    return affected.toSet();
  }

  @Override
  public LongSet remove(LongSet records) {
    var affected = new Numbers();
    for (long record : records.toArray()) {
      index.remove(record).forEach(affected::add);
    }
    return affected.toSet().minus(records);
  }

  @Override
  public LongSet reach(LongSet records) {
    return index.reach(records);
  }

  @Override
  public List<LongSet> group(LongSet records, Constraints constraints) {
    return new Grouping(index, constraints).group(records);
  }

  @Override
  public Optional<Link> link(Features left, Features right) {
    boolean sameName = Names.compatible(Names.words(left.values()), Names.words(right.values()));
    var shared = new ArrayList<>(Key.of(left.values()));
    shared.retainAll(Key.of(right.values()));
    var contributions = new ArrayList<Link.Contribution>();
    for (var key : shared) {
      var kind = KeyKind.of(key.type());
      if (kind.isPresent() && (sameName || !kind.get().needsName()) && !key.placeholder()) {
        index.holders(key).ifPresent(n -> contributions.add(contribution(kind.get(), n)));
      }
    }
    return contributions.isEmpty()
        ? Optional.empty()
        : Optional.of(link(left.record(), right.record(), contributions));
  }

  private static Link link(long left, long right, List<Link.Contribution> contributions) {
    double weight = contributions.stream().mapToDouble(Link.Contribution::weight).sum();
    double odds = Math.pow(2, weight + PRIOR_BITS);
    return new Link(left, right, weight, odds / (1 + odds), contributions);
  }

  private static Link.Contribution contribution(KeyKind kind, int holders) {
    // Two holders are what a link needs; each further one makes the value less telling.
    double rarity = -Math.log(Math.max(1, holders / 2.0)) / Math.log(2);
    return new Link.Contribution(kind.field(), "EXACT", kind.bits() + rarity, rarity);
  }
}
