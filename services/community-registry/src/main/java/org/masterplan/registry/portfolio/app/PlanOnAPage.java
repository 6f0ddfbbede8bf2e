package org.masterplan.registry.portfolio.app;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.masterplan.kernel.query.Filter;
import org.masterplan.registry.community.app.Communities;
import org.masterplan.registry.community.app.CommunityFields;
import org.masterplan.registry.member.app.Members;
import org.masterplan.registry.plan.app.PlanFields;
import org.masterplan.registry.plan.domain.PlanPart;
import org.masterplan.registry.portfolio.app.Portfolio.Participation;
import org.masterplan.registry.portfolio.app.Portfolio.SegmentLine;
import org.masterplan.registry.resource.app.Lists;
import org.masterplan.registry.resource.app.Resources;

/**
 * Adds up the plan: its own figures from the register, the others asked of their owners all at
 * once. A service that does not answer is named, and its figures are left out.
 */
public final class PlanOnAPage {
  static final String NO_LIVING_COMMUNITY = "NO_LIVING_COMMUNITY";

  private final Communities communities;
  private final Resources<PlanPart> segments;
  private final Members members;
  private final Neighbours neighbours;
  private final Clock clock;

  public PlanOnAPage(
      Communities communities,
      Resources<PlanPart> segments,
      Members members,
      Neighbours neighbours,
      Clock clock) {
    this.communities = communities;
    this.segments = segments;
    this.members = members;
    this.neighbours = neighbours;
    this.clock = clock;
  }

  /** The plan as it is now. */
  public Portfolio look() {
    var missing = new TreeSet<String>();
    var sources = neighbours.sources();
    var messages = neighbours.messages();
    var ships = neighbours.ghostShips();
    var lines = lines();
    var living = lines.stream().filter(Line::isLiving).toList();
    var active = neighbours.active(living.stream().map(Line::name).toList());
    return portfolio(
        lines,
        new Answers(
            answer(active, "abandonment-detection", missing),
            answer(ships, "abandonment-detection", missing),
            answer(messages, "message-governance", missing),
            answer(sources, "customer-profiles", missing),
            List.copyOf(missing)));
  }

  private record Answers(
      Optional<Map<String, Long>> active,
      Optional<Neighbours.GhostShips> ships,
      Optional<Neighbours.Messages> messages,
      Optional<Neighbours.Sources> sources,
      List<String> missing) {}

  /** Whatever kept a service from answering, the page is shown without it. */
  private static <T> Optional<T> answer(
      CompletableFuture<T> asked, String service, TreeSet<String> missing) {
    var answer = asked.<Optional<T>>handle((found, failure) -> Optional.ofNullable(found)).join();
    if (answer.isEmpty()) {
      missing.add(service);
    }
    return answer;
  }

  private List<Line> lines() {
    Map<String, Long> known = new HashMap<>();
    members.counts(List.of()).forEach(c -> known.put(c.community(), c.known()));
    var lines = new ArrayList<Line>();
    Lists.each(
        communities,
        new Filter.All(),
        CommunityFields.NEWEST_FIRST,
        c -> lines.add(Line.of(c.value(), known)));
    return lines;
  }

  private Portfolio portfolio(List<Line> lines, Answers answers) {
    var onThePlan = lines.stream().filter(Line::isOnThePlan).toList();
    var living = lines.stream().filter(Line::isLiving).toList();
    var waits = onThePlan.stream().flatMap(l -> l.waitsSince().stream()).toList();
    long others = answers.messages().map(Neighbours.Messages::waiting).orElse(0L);
    return new Portfolio(
        clock.instant(),
        onThePlan.size(),
        count(lines.stream(), l -> l.state().name()),
        count(living.stream(), l -> l.health().name()),
        segmentLines(onThePlan, answers.active()),
        onThePlan.stream().mapToLong(Line::known).sum(),
        onThePlan.stream().mapToLong(Line::declared).sum(),
        living.size(),
        participation(living, answers.active()),
        answers.ships(),
        answers.messages(),
        answers.sources(),
        waits.size() + others,
        waits.stream().min(Instant::compareTo),
        answers.missing());
  }

  private List<SegmentLine> segmentLines(List<Line> lines, Optional<Map<String, Long>> active) {
    var titles = new LinkedHashMap<String, String>();
    Lists.each(
        segments,
        new Filter.All(),
        PlanFields.BY_TITLE,
        s -> titles.put(s.value().name().toString(), s.value().title()));
    if (lines.stream().anyMatch(l -> l.isFor(""))) {
      titles.put("", "");
    }
    return titles.entrySet().stream()
        .map(
            s ->
                segmentLine(
                    s.getKey(),
                    s.getValue(),
                    lines.stream().filter(l -> l.isFor(s.getKey())).toList(),
                    active))
        .toList();
  }

  private static SegmentLine segmentLine(
      String segment, String title, List<Line> lines, Optional<Map<String, Long>> active) {
    var living = lines.stream().filter(Line::isLiving).toList();
    // A segment that nobody serves any more is forgotten (capability 16).
    var gaps =
        living.isEmpty() && !segment.isEmpty() ? List.of(NO_LIVING_COMMUNITY) : List.<String>of();
    return new SegmentLine(
        segment,
        title,
        lines.size(),
        lines.stream().mapToLong(Line::known).sum(),
        lines.stream().mapToLong(Line::declared).sum(),
        participation(living, active),
        count(living.stream(), l -> l.health().name()),
        gaps);
  }

  private static Optional<Participation> participation(
      List<Line> living, Optional<Map<String, Long>> active) {
    return active.map(
        seen -> {
          var observed = living.stream().map(l -> seen.get(l.name())).filter(n -> n != null);
          var figures = observed.mapToLong(n -> n).summaryStatistics();
          return new Participation(figures.getSum(), figures.getCount());
        });
  }

  private static Map<String, Long> count(Stream<Line> lines, Function<Line, String> by) {
    return lines.collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }
}
