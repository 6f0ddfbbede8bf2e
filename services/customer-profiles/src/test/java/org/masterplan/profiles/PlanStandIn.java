package org.masterplan.profiles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.audience.app.KnowingAudience;
import org.masterplan.profiles.audience.app.MemberLists;
import org.masterplan.profiles.audience.app.ReachedPeople;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.effect.app.Trials;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.snapshot.app.Surroundings;
import org.masterplan.profiles.touch.app.LedgerTouches;
import org.masterplan.profiles.touch.app.OwnPlaces;
import org.masterplan.profiles.touch.app.Places;
import org.masterplan.profiles.touch.domain.Touch;

/** One community with its members, and one message, the dairy's; or nobody answers. */
final class PlanStandIn
    implements Surroundings, MemberLists, ReachedPeople, LedgerTouches, Places, Trials {
  final List<String> away = new ArrayList<>();
  final List<String> members = new ArrayList<>();
  String member = "";
  long strangers;
  OptionalLong reached = OptionalLong.empty();
  final Map<String, List<Touch.Contact>> contacts = new HashMap<>();
  final List<Trial> trials = new ArrayList<>();
  final Map<String, Set<String>> seats = new HashMap<>();
  final Map<String, String> units = new HashMap<>();

  /** Each question whose communities these are. */
  final List<Set<String>> unitsAsked = new ArrayList<>();

  /** What is known of the community's people. */
  KnowingAudience knowing(StoredProfiles stored, Desk desk, ConsentLedger ledger) {
    var around = new KnowingAudience.Plan(this, this, new OwnPlaces(this));
    return new KnowingAudience(around, stored.reading, desk, ledger, stored.clock);
  }

  @Override
  public long members(String community, Consumer<String> profile) {
    answer("community-registry");
    members.forEach(profile);
    return members.size() + strangers;
  }

  @Override
  public OptionalLong since(String community, Instant since, Optional<Set<String>> units) {
    answer("message-governance");
    return units.map(some -> some.contains("businessUnits/dairy")).orElse(true)
        ? reached
        : OptionalLong.empty();
  }

  @Override
  public Map<String, List<Touch.Contact>> since(Instant since, Collection<String> names) {
    answer("message-governance");
    var known = new HashMap<>(contacts);
    known.keySet().retainAll(names);
    known.replaceAll((_, some) -> some.stream().filter(c -> !c.last().isBefore(since)).toList());
    return known;
  }

  @Override
  public List<Trial> of(
      String community, Instant since, Set<String> among, Optional<Set<String>> units) {
    answer("message-governance");
    return trials.stream()
        .filter(t -> units.map(some -> some.contains(t.unit())).orElse(true))
        .map(
            t ->
                new Trial(
                    t.message(),
                    t.unit(),
                    t.released(),
                    of(t.reached(), among),
                    of(t.heldOut(), among)))
        .toList();
  }

  private static Set<String> of(Set<String> names, Set<String> among) {
    return names.stream().filter(among::contains).collect(Collectors.toSet());
  }

  @Override
  public Map<String, Set<String>> seats(Collection<String> names) {
    answer("community-registry");
    var known = new HashMap<>(seats);
    known.keySet().retainAll(names);
    return known;
  }

  @Override
  public Map<String, String> units(Collection<String> communities) {
    answer("community-registry");
    unitsAsked.add(Set.copyOf(communities));
    var known = new HashMap<>(units);
    known.keySet().retainAll(communities);
    return known;
  }

  @Override
  public List<String> communities(Consumer<List<@Nullable Object>> row) {
    answer("community-registry");
    row.accept(
        Arrays.asList(
            "communities/me-bim",
            "Mẹ bỉm",
            "GROUP",
            "OWNED",
            null,
            null,
            null,
            null,
            "businessUnits/dairy",
            null,
            "LIVE",
            "ALIVE",
            400L));
    return List.of("communities/me-bim");
  }

  @Override
  public void memberships(String community, Consumer<List<@Nullable Object>> row) {
    answer("community-registry");
    row.accept(
        Arrays.asList(
            community,
            community + "/members/m-1",
            member.isEmpty() ? null : member,
            "JOINED",
            Instant.parse("2024-01-02T00:00:00Z"),
            null));
  }

  @Override
  public void messages(Consumer<List<@Nullable Object>> row) {
    answer("message-governance");
    row.accept(
        Arrays.asList(
            "messages/m-1",
            "Sữa mới",
            "businessUnits/dairy",
            "INFO",
            "EMAIL",
            null,
            "communities/me-bim",
            null,
            "RELEASED",
            null,
            10L,
            8L,
            2L,
            8L));
  }

  private void answer(String service) {
    if (away.contains(service)) {
      throw new Unavailable("SERVICES_AWAY", Map.of("services", service));
    }
  }
}
