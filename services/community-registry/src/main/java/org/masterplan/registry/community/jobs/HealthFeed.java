package org.masterplan.registry.community.jobs;

import org.masterplan.platform.feed.Feed;
import org.masterplan.registry.community.app.HealthReports;
import org.masterplan.registry.community.app.HealthReports.Report;
import org.masterplan.registry.community.app.HealthWatch;

/** Keeps the register's health in step with abandonment detection. */
public final class HealthFeed implements Feed<Report> {
  private final HealthReports reports;
  private final HealthWatch watch;

  public HealthFeed(HealthReports reports, HealthWatch watch) {
    this.reports = reports;
    this.watch = watch;
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
}
