package org.masterplan.profiles.query.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.app.SourceFields;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.domain.Source;

/** Tells what answers were drawn from. What sources hold is read again when ten seconds old. */
public final class Lineages {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int PAGE = 1000;

  private final Sources sources;
  private final Identity identity;
  private final Clock clock;
  private volatile @Nullable Known last;

  /** What each source holds, by its id. */
  private record Known(Map<String, Source.Holdings> holdings, Instant at) {}

  public Lineages(Sources sources, Identity identity, Clock clock) {
    this.sources = sources;
    this.identity = identity;
    this.clock = clock;
  }

  /** Of these profiles, which were found by that filter. */
  public Lineage of(List<Profile> profiles, Filter filter) {
    var known = known();
    Map<String, Long> counts =
        profiles.stream()
            .flatMap(profile -> profile.records().stream())
            .collect(
                Collectors.groupingBy(
                    record -> record.name().source(), HashMap::new, Collectors.counting()));
    var parts =
        counts.entrySet().stream()
            .map(each -> part(each.getKey(), each.getValue(), known.holdings()))
            .sorted(
                Comparator.comparingLong(Lineage.Part::records)
                    .reversed()
                    .thenComparing(Lineage.Part::source))
            .toList();
    var communities = communities(filter).collect(Collectors.toCollection(TreeSet::new));
    return new Lineage(
        parts, List.copyOf(communities), coverage(known.holdings()), clock.instant());
  }

  private static Lineage.Part part(
      String source, long records, Map<String, Source.Holdings> holdings) {
    var loadedAt = Optional.ofNullable(holdings.get(source)).flatMap(Source.Holdings::loadedAt);
    return new Lineage.Part("sources/" + source, records, loadedAt);
  }

  /** What was pushed and is not counted yet is held all the same. */
  private Lineage.Coverage coverage(Map<String, Source.Holdings> holdings) {
    long records = identity.ask(Roster::liveRecords);
    long counted = sum(holdings, Source.Holdings::records);
    long rejected = sum(holdings, Source.Holdings::rejected);
    long answering = holdings.values().stream().filter(held -> held.records() > 0).count();
    long rows = Math.max(records, counted) + rejected;
    return new Lineage.Coverage(holdings.size(), answering, rows, records);
  }

  private static long sum(
      Map<String, Source.Holdings> holdings, Function<Source.Holdings, Long> figure) {
    return holdings.values().stream().mapToLong(figure::apply).sum();
  }

  private Known known() {
    var known = last;
    if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
      return known;
    }
    var read = new Known(read(), clock.instant());
    last = read;
    return read;
  }

  private Map<String, Source.Holdings> read() {
    var holdings = new HashMap<String, Source.Holdings>();
    var query = new Query(new Filter.All(), SourceFields.DEFAULT, PAGE, Optional.empty());
    for (var page = sources.list(query); ; page = sources.list(query)) {
      page.items().forEach(source -> holdings.put(source.name().id(), source.holdings()));
      if (page.next().isEmpty()) {
        return holdings;
      }
      query = new Query(new Filter.All(), SourceFields.DEFAULT, PAGE, page.next());
    }
  }

  private static Stream<String> communities(Filter filter) {
    return switch (filter) {
      case Filter.And(var parts) -> parts.stream().flatMap(Lineages::communities);
      case Filter.Or(var parts) -> parts.stream().flatMap(Lineages::communities);
      case Filter.Not(var part) -> communities(part);
      case Filter.Compare(var field, var _, Value.Text(var name))
          when field.equals(AroundFields.COMMUNITY) ->
          Stream.of(name);
      case Filter.Compare _, Filter.All _, Filter.Word _, Filter.Beginning _ -> Stream.empty();
    };
  }
}
