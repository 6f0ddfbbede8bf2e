package org.masterplan.registry.community.jobs;

import java.util.Map;
import java.util.function.Supplier;
import org.masterplan.platform.feed.Digest;
import org.masterplan.platform.feed.Feed;
import org.masterplan.registry.community.app.HealthReports;
import org.masterplan.registry.community.app.HealthReports.Report;
import org.masterplan.registry.community.app.HealthWatch;

/** Keeps the register's health in step with abandonment detection. */
public final class HealthFeed implements Feed<Report> {
  private final HealthReports reports;
  private final HealthWatch watch;
  private final Comparison comparison;

  /** What abandonment detection has told, and what of it is in the register. */
  public record Comparison(
      Supplier<Map<Integer, Digest>> there, Supplier<Map<Integer, Digest>> here) {}

  public HealthFeed(HealthReports reports, HealthWatch watch, Comparison comparison) {
    this.reports = reports;
    this.watch = watch;
    this.comparison = comparison;
  }

  @Override
  public String name() {
    return "abandonment-health";
  }

  @Override
  public Step<Report> changes(String token, int limit) {
    var step = reports.after(token, limit);
    return new Step<>(step.reports(), step.token(), step.more());
  }

  @Override
  public void apply(Report report) {
    watch.see(report);
  }

  @Override
  public Map<Integer, Digest> there() {
    return comparison.there().get();
  }

  @Override
  public Map<Integer, Digest> here() {
    return comparison.here().get();
  }
}
