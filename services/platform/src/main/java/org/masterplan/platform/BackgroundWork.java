package org.masterplan.platform;

import org.masterplan.platform.lease.Jobs;
import org.masterplan.platform.operation.OperationRunner;
import org.springframework.context.SmartLifecycle;

/** Begins background work when everything else is up, and ends it before anything else goes. */
final class BackgroundWork implements SmartLifecycle {
  private final OperationRunner operations;
  private final Jobs jobs;
  private volatile boolean running;

  BackgroundWork(OperationRunner operations, Jobs jobs) {
    this.operations = operations;
    this.jobs = jobs;
  }

  @Override
  public void start() {
    running = true;
    operations.start();
    jobs.start();
  }

  @Override
  public void stop() {
    running = false;
    jobs.close();
    operations.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
