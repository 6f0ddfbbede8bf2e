package org.masterplan.profiles.identity.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the journal has made so far: which profile each record is in, and what each profile id ever
 * minted means now. Primitive arrays, because it holds every record of every source. Not for
 * several threads.
 */
public final class Roster {
  private static final int NOBODY = -1;

  private final LongIndex records = new LongIndex();
  private final LongIndex profiles = new LongIndex();
  private final IntLists members = new IntLists();
  private final IntLists founded = new IntLists();
  private final Constraints constraints = new Constraints();
  private int[] profileOf = new int[0];
  private int[] founder = new int[0];
  private long applied;
  private long groupedBy;
  private int liveRecords;
  private int liveProfiles;

  /** The number of the last decision that is part of this. */
  public long applied() {
    return applied;
  }

  /** The number of the newest model by which everybody was grouped; 0 if there is none. */
  public long groupedBy() {
    return groupedBy;
  }

  public int liveRecords() {
    return liveRecords;
  }

  /** How many records ever were in a profile, erased ones included. */
  public int recordsEver() {
    return records.size();
  }

  public int liveProfiles() {
    return liveProfiles;
  }

  public Constraints constraints() {
    return constraints;
  }

  /** Every record that is in a profile. */
  public LongSet everybody() {
    return LongSet.of(
        Arrays.stream(live()).flatMap(id -> Arrays.stream(members(id).toArray())).toArray());
  }

  /** The profile that the record is in; {@link Move#NONE} if it is in none. */
  public long profileOf(long record) {
    int place = records.find(record);
    return place < 0 || profileOf[place] == NOBODY ? Move.NONE : profiles.number(profileOf[place]);
  }

  /** The profiles that these records are in, oldest first. */
  public List<Long> profilesOf(LongSet some) {
    return Arrays.stream(some.toArray())
        .map(this::profileOf)
        .distinct()
        .boxed()
        .sorted(Comparator.comparingInt(this::age))
        .toList();
  }

  /** Whether the record was in a profile and is in none any more: it has been erased. */
  public boolean isGone(long record) {
    return records.find(record) >= 0 && profileOf(record) == Move.NONE;
  }

  /** The records in the profile of exactly that id. */
  public LongSet members(long profile) {
    int place = profiles.find(profile);
    return place < 0 ? LongSet.of() : numbers(records, members.items(place));
  }

  /** How many they are. */
  public int size(long profile) {
    int place = profiles.find(profile);
    return place < 0 ? 0 : members.size(place);
  }

  /** What the id means now: itself, the profile it became part of, or nobody. */
  public OptionalLong meaning(long profile) {
    int place = profiles.find(profile);
    if (place < 0) {
      return OptionalLong.empty();
    }
    // An id with members of its own means itself, whatever its founder has come to.
    if (!members.isEmpty(place)) {
      return OptionalLong.of(profile);
    }
    if (founder[place] == NOBODY || profileOf[founder[place]] == NOBODY) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(profiles.number(profileOf[founder[place]]));
  }

  /** Whether the id was ever minted. */
  public boolean knows(long profile) {
    return profiles.find(profile) >= 0;
  }

  /** The ids that the record stands for, oldest first. */
  public long[] foundedBy(long record) {
    int place = records.find(record);
    return place < 0 ? new long[0] : oldestFirst(founded.items(place));
  }

  /** When the id was minted, compared with others: smaller is older. */
  public int age(long profile) {
    int place = profiles.find(profile);
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  /** When the record came, compared with others: smaller is older. */
  public int recordAge(long record) {
    int place = records.find(record);
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  /** The other ids that mean this profile, oldest first. */
  public long[] aliases(long profile) {
    return Arrays.stream(members(profile).toArray())
        .flatMap(record -> Arrays.stream(foundedBy(record)))
        .filter(id -> id != profile)
        .mapToObj(Long::valueOf)
        .sorted(Comparator.comparingInt(this::age))
        .mapToLong(Long::longValue)
        .toArray();
  }

  /** The ids in use, oldest first. */
  public long[] live() {
    return java.util.stream.IntStream.range(0, profiles.size())
        .filter(place -> !members.isEmpty(place))
        .mapToLong(profiles::number)
        .toArray();
  }

  /** Takes in the next decision; a decision that is part of this already changes nothing. */
  public void apply(Decision decision) {
    if (decision.number() <= applied) {
      return;
    }
    if (decision.number() != applied + 1) {
      throw new IllegalStateException(
          "decision: " + decision.number() + " (expected: " + (applied + 1) + ")");
    }
    decision.foundings().forEach(f -> profiles.add(f.profile()));
    decision.moves().forEach(this::move);
    decision.foundings().forEach(this::found);
    decision.constraints().forEach(constraints::add);
    forgetTheGone(decision);
    groupedBy = Math.max(groupedBy, decision.model());
    applied = decision.number();
  }

  private void move(Move move) {
    int record = records.add(move.record());
    profileOf = atLeast(profileOf, record);
    int before = profileOf[record];
    int after = move.after() == Move.NONE ? NOBODY : profiles.add(move.after());
    if (before == after) {
      return;
    }
    if (before != NOBODY) {
      members.remove(before, record);
      liveRecords--;
      liveProfiles -= members.isEmpty(before) ? 1 : 0;
    }
    if (after != NOBODY) {
      liveProfiles += members.isEmpty(after) ? 1 : 0;
      members.add(after, record);
      liveRecords++;
    }
    profileOf[record] = after;
  }

  private void found(Founding founding) {
    int profile = profiles.add(founding.profile());
    founder = atLeast(founder, profile);
    if (founder[profile] != NOBODY) {
      founded.remove(founder[profile], profile);
      founder[profile] = NOBODY;
    }
    if (founding.record() != Move.NONE) {
      int record = records.add(founding.record());
      profileOf = atLeast(profileOf, record);
      founded.add(record, profile);
      founder[profile] = record;
    }
  }

  private void forgetTheGone(Decision decision) {
    var gone =
        LongSet.of(
            decision.moves().stream()
                .filter(m -> m.after() == Move.NONE)
                .mapToLong(Move::record)
                .toArray());
    if (!gone.isEmpty()) {
      constraints.forget(gone);
    }
  }

  private long[] oldestFirst(int[] places) {
    return Arrays.stream(places).sorted().mapToLong(profiles::number).toArray();
  }

  private static LongSet numbers(LongIndex index, int[] places) {
    return LongSet.of(Arrays.stream(places).mapToLong(index::number).toArray());
  }

  private static int[] atLeast(int[] array, int place) {
    if (place < array.length) {
      return array;
    }
    var longer = Arrays.copyOf(array, Math.max(place + 1, array.length * 2));
    Arrays.fill(longer, array.length, longer.length, NOBODY);
    return longer;
  }
}
