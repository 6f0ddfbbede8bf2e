package org.masterplan.profiles.privacy.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Shift;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.privacy.domain.Relocation;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Puts the shifts of a decision into the words that other services understand. */
public final class Moving {
  private final Identity identity;
  private final Records records;

  public Moving(Identity identity, Records records) {
    this.identity = identity;
    this.records = records;
  }

  /** What others are to be told of the decision, in this order. */
  List<Relocation> of(Decision decision) {
    return decision.shifts().stream().map(shift -> of(decision, shift)).toList();
  }

  /** What others are to be told of one shift of the decision. */
  Relocation of(Decision decision, Shift shift) {
    var only = shift.whole() ? null : parted(decision, shift);
    return new Relocation(
        ProfileId.name(shift.from()), ProfileId.name(shift.to()), decision.number(), only);
  }

  private PersonKeys parted(Decision decision, Shift shift) {
    var numbers =
        decision.moves().stream()
            .filter(m -> m.before() == shift.from() && m.after() == shift.to())
            .map(m -> m.record())
            .toList();
    var apart = List.copyOf(records.findNumbers(numbers).values());
    var keys = keys(apart);
    keys.removeAll(keys(members(shift.from())));
    return new PersonKeys(
        List.of(ProfileId.name(shift.to())),
        values(keys, Dictionary.PHONE),
        values(keys, Dictionary.EMAIL),
        values(keys, Dictionary.HANDLE),
        apart.stream().map(record -> record.name().toString()).toList());
  }

  private List<SourceRecord> members(long profile) {
    var numbers = identity.ask(roster -> roster.members(profile)).toArray();
    return List.copyOf(records.findNumbers(Arrays.stream(numbers).boxed().toList()).values());
  }

  private static Set<Key> keys(List<SourceRecord> some) {
    var keys = new LinkedHashSet<Key>();
    some.forEach(record -> keys.addAll(record.keys()));
    return keys;
  }

  private static List<String> values(Set<Key> keys, String type) {
    var values = new ArrayList<String>();
    keys.stream().filter(key -> key.type().equals(type)).forEach(key -> values.add(key.value()));
    return values;
  }
}
