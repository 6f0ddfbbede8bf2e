package org.masterplan.profiles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.audience.app.MemberLists;
import org.masterplan.profiles.audience.app.ReachedPeople;
import org.masterplan.profiles.snapshot.app.Surroundings;

/** One community with its members, and one message; or nobody answers. */
final class PlanStandIn implements Surroundings, MemberLists, ReachedPeople {
  final List<String> away = new ArrayList<>();
  final List<String> members = new ArrayList<>();
  String member = "";
  long strangers;
  OptionalLong reached = OptionalLong.empty();

  @Override
  public long members(String community, Consumer<String> profile) {
    answer("community-registry");
    members.forEach(profile);
    return members.size() + strangers;
  }

  @Override
  public OptionalLong since(String community, Instant since) {
    answer("message-governance");
    return reached;
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
