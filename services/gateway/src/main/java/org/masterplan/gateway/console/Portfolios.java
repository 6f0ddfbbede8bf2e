package org.masterplan.gateway.console;

import com.google.protobuf.util.Timestamps;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.masterplan.abandonment.v1.ActivitySummary;
import org.masterplan.abandonment.v1.SummarizeActivityRequest;
import org.masterplan.gateway.console.CommunityRow.Aid;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CountMembersRequest;
import org.masterplan.registry.v1.CountMembersResponse;
import org.masterplan.registry.v1.ListCommunitiesRequest;

/**
 * Communities with what every service knows of them, ranked by who takes part and by what needs a
 * decision, never by how many members they have (capability 41).
 */
final class Portfolios {
  /** As many as are ranked; a longer list is narrowed by its filters. */
  static final int MOST = 1000;

  private static final String DETECTION = "abandonment-detection";
  private static final int PAGE = 200;
  private final Services services;
  private final Clock clock;
  private final ZoneId zone;

  Portfolios(Services services, Clock clock, ZoneId zone) {
    this.services = services;
    this.clock = clock;
    this.zone = zone;
  }

  /** Every community that the query asks for, in its order. */
  CommunityRows rows(Visitor visitor, PortfolioQuery query, Aid aid, Asked asked) {
    var asOf = clock.instant();
    var read = list(visitor, query.filter());
    var communities = read.communities();
    var names = communities.stream().map(Community::getName).toList();
    var seen = activity(visitor, names, asked);
    var counted = members(visitor, names, asked);
    var messages = messages(visitor, asked);
    var rows =
        communities.stream()
            .map(c -> CommunityRow.of(c, aid, people(c, counted, seen), seen.get(c.getName())))
            .map(row -> row.withMessages(planned(row, messages)))
            .sorted(order(query.sort()))
            .toList();
    return new CommunityRows(rows, asOf, read.cut(), !asked.missing().contains(DETECTION));
  }

  private record Read(List<Community> communities, boolean cut) {}

  private Read list(Visitor visitor, String filter) {
    var registry = services.communities(visitor);
    var all = new ArrayList<Community>();
    var token = "";
    do {
      var page =
          registry.listCommunities(
              ListCommunitiesRequest.newBuilder()
                  .setPageSize(PAGE)
                  .setPageToken(token)
                  .setFilter(filter)
                  .build());
      all.addAll(page.getCommunitiesList());
      token = page.getNextPageToken();
    } while (!token.isEmpty() && all.size() < MOST);
    return new Read(all, !token.isEmpty());
  }

  private Map<String, ActivitySummary> activity(Visitor visitor, List<String> names, Asked asked) {
    if (names.isEmpty()) {
      return Map.of();
    }
    var request = SummarizeActivityRequest.newBuilder().addAllCommunities(names).build();
    return asked
        .of(DETECTION, () -> services.health(visitor).summarizeActivity(request))
        .map(answer -> answer.getSummariesList())
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(ActivitySummary::getCommunity, s -> s, (a, b) -> a));
  }

  private Map<String, CountMembersResponse.Count> members(
      Visitor visitor, List<String> names, Asked asked) {
    if (names.isEmpty()) {
      return Map.of();
    }
    var request = CountMembersRequest.newBuilder().addAllCommunities(names).build();
    return asked
        .of("community-registry", () -> services.members(visitor).countMembers(request))
        .map(CountMembersResponse::getCountsList)
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(CountMembersResponse.Count::getCommunity, c -> c, (a, b) -> a));
  }

  /** Messages of the next seven days by the community they are for: those that its plan shows. */
  private Optional<Map<String, Long>> messages(Visitor visitor, Asked asked) {
    var week = MessageQuery.of(Map.of(), LocalDate.ofInstant(clock.instant(), zone));
    return asked.of("message-governance", () -> list(visitor, week)).map(Portfolios::counted);
  }

  private static Map<String, Long> counted(List<Message> messages) {
    return messages.stream()
        .flatMap(m -> m.getAudience().getCommunitiesList().stream())
        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
  }

  private static OptionalLong planned(CommunityRow row, Optional<Map<String, Long>> messages) {
    return messages
        .map(byCommunity -> OptionalLong.of(byCommunity.getOrDefault(row.name(), 0L)))
        .orElse(OptionalLong.empty());
  }

  private List<Message> list(Visitor visitor, MessageQuery week) {
    var governance = services.messages(visitor);
    var request = ListMessagesRequest.newBuilder().setPageSize(PAGE).setFilter(week.filter(zone));
    var all = new ArrayList<Message>();
    do {
      var page = governance.listMessages(request.build());
      all.addAll(page.getMessagesList());
      request.setPageToken(page.getNextPageToken());
    } while (!request.getPageToken().isEmpty());
    return all;
  }

  private static People people(
      Community community,
      Map<String, CountMembersResponse.Count> counted,
      Map<String, ActivitySummary> seen) {
    var count = counted.get(community.getName());
    var activity = seen.get(community.getName());
    return new People(
        community.getDeclaredMembers() > 0
            ? OptionalLong.of(community.getDeclaredMembers())
            : OptionalLong.empty(),
        count == null ? OptionalLong.empty() : OptionalLong.of(count.getKnown()),
        activity == null || !activity.getObserved()
            ? OptionalLong.empty()
            : OptionalLong.of(activity.getActive30().getValue()));
  }

  private static Comparator<CommunityRow> order(PortfolioQuery.Sort sort) {
    var active =
        Comparator.comparingLong((CommunityRow r) -> r.people().active().orElse(-1)).reversed();
    var title = Comparator.comparing(CommunityRow::folded);
    return switch (sort) {
      case ATTENTION -> Comparator.comparingInt(CommunityRow::urgency).thenComparing(active);
      case ACTIVE -> active.thenComparing(title);
      case TITLE -> title;
      case NEWEST ->
          Comparator.comparing(CommunityRow::created, Timestamps.comparator()).reversed();
    };
  }
}
