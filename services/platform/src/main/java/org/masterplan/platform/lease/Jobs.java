package org.masterplan.platform.lease;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a service's jobs, each under its own lease and with the service's identity. */
public final class Jobs implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Jobs.class);

  private final String service;
  private final Leasing leasing;
  private final List<Job> jobs;
  private final ScheduledExecutorService clockwork =
      Executors.newScheduledThreadPool(2, Thread.ofVirtual().name("jobs-", 0).factory());

  public Jobs(String service, Leasing leasing, List<Job> jobs) {
    this.service = service;
    this.leasing = leasing;
    this.jobs = List.copyOf(jobs);
  }

  /** Begins; each job's first run is after its period. */
  public void start() {
    for (var job : jobs) {
      long period = job.period().toMillis();
      clockwork.scheduleWithFixedDelay(() -> run(job), period, period, TimeUnit.MILLISECONDS);
    }
  }

  private void run(Job job) {
    try {
      Caller.runAsService(service, () -> leasing.run("job/" + job.name(), job.work()));
    } catch (Unavailable e) {
      // Another service is away: no fault of this one, and no trace.
      log.warn("job {} of {} will be tried again: {}", job.name(), service, e.getMessage());
    } catch (RuntimeException e) {
      // A job that throws would never be run again; the next run tries once more.
      log.warn("job {} of {} failed and will be tried again", job.name(), service, e);
    }
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }
}
