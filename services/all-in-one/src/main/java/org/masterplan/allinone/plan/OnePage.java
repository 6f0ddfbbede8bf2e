package org.masterplan.allinone.plan;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.registry.PrometheusScrapeRequest;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's figures, and with them those of every service beside it, so that one address is
 * asked for all. Each service keeps its own, under its own label: figures of one name stand apart,
 * and whoever writes them puts them under one heading.
 */
final class OnePage extends PrometheusRegistry {
  private final List<Supplier<PrometheusRegistry>> others = new CopyOnWriteArrayList<>();

  /** Shows these as well; not asked for before somebody looks. */
  void add(Supplier<PrometheusRegistry> other) {
    others.add(other);
  }

  @Override
  public MetricSnapshots scrape(@Nullable PrometheusScrapeRequest request) {
    return together(super.scrape(request), other -> other.scrape(request));
  }

  @Override
  public MetricSnapshots scrape(
      @Nullable Predicate<String> names, @Nullable PrometheusScrapeRequest request) {
    return names == null
        ? scrape(request)
        : together(super.scrape(names, request), other -> other.scrape(names, request));
  }

  private MetricSnapshots together(
      MetricSnapshots mine, Function<PrometheusRegistry, MetricSnapshots> asked) {
    var theirs = others.stream().flatMap(other -> asked.apply(other.get()).stream());
    return new MetricSnapshots(Stream.<MetricSnapshot>concat(mine.stream(), theirs).toList());
  }
}
