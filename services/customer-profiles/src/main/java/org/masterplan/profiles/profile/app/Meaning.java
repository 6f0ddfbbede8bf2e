package org.masterplan.profiles.profile.app;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Roster;

/**
 * What a profile name means at one moment.
 *
 * @param name as it was asked
 * @param target the profile that answers; empty if nobody does
 * @param aliases the target's other names
 * @param records numbers of the target's records
 * @param journal the moment
 */
record Meaning(String name, String target, List<String> aliases, LongSet records, long journal) {

  static List<Meaning> of(Collection<Long> ids, Roster roster) {
    return ids.stream().map(id -> of(id, roster)).toList();
  }

  static Meaning of(long id, Roster roster) {
    var target = roster.meaning(id);
    if (target.isEmpty()) {
      return new Meaning(ProfileId.name(id), "", List.of(), LongSet.of(), roster.applied());
    }
    var aliases =
        Arrays.stream(roster.aliases(target.getAsLong())).mapToObj(ProfileId::name).toList();
    return new Meaning(
        ProfileId.name(id),
        ProfileId.name(target.getAsLong()),
        aliases,
        roster.members(target.getAsLong()),
        roster.applied());
  }

  boolean gone() {
    return target.isEmpty();
  }

  boolean alias() {
    return !gone() && !target.equals(name);
  }
}
