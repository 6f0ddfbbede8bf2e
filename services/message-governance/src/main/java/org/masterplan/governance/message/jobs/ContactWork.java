package org.masterplan.governance.message.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.masterplan.governance.message.app.Contacting;
import org.masterplan.governance.message.app.Reaches;
import org.masterplan.platform.call.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on the contacts of messages: at once for a small audience, so that the answer has its
 * figures, in the background for a large one. What was interrupted is taken up at intervals; doing
 * it twice does no harm.
 */
public final class ContactWork implements Consumer<String>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ContactWork.class);

  /** So many people's contacts are settled within a second or two. */
  private static final int SMALL = 500;

  private final Contacting contacting;
  private final Reaches reaches;
  private final ScheduledExecutorService background;

  public ContactWork(Contacting contacting, Reaches reaches, Duration sweep) {
    this.contacting = contacting;
    this.reaches = reaches;
    this.background =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("contact-work").factory());
    var millis = sweep.toMillis();
    background.scheduleWithFixedDelay(this::sweep, millis, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void accept(String message) {
    var reach = reaches.find(List.of(message)).get(message);
    if (reach != null && reach.asked() <= SMALL) {
      Caller.runAsService("message-governance", () -> contacting.work(message));
    } else {
      background.execute(() -> quietly(() -> contacting.work(message)));
    }
  }

  private void sweep() {
    quietly(contacting::workOnAll);
  }

  private static void quietly(Runnable work) {
    try {
      Caller.runAsService("message-governance", work);
    } catch (RuntimeException e) {
      // The sweep takes it up again; refusals carry no personal data.
      LOG.warn("Contacts are not settled yet: {}", e.toString());
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
