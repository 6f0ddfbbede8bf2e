package org.masterplan.governance.message.jobs;

import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.masterplan.governance.message.app.ContactOperations;
import org.masterplan.governance.message.app.Contacting;
import org.masterplan.governance.message.app.Reaches;
import org.masterplan.governance.message.domain.Reach;
import org.masterplan.governance.v1.SettledContacts;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.platform.operation.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on the contacts of messages: within the call for a small audience, so that the answer has
 * its figures; as a long-running operation for a large one. What was interrupted is taken up by the
 * one instance that holds the lease; doing it twice does no harm.
 */
public final class ContactWork implements Consumer<String>, Work {
  /** The kind, as operations are started with. */
  public static final String KIND = "contacts";

  private static final Logger log = LoggerFactory.getLogger(ContactWork.class);
  private static final String SERVICE = "message-governance";
  private static final String MESSAGE = "message";

  private static final int SWEPT = 1000;

  private final Contacting contacting;
  private final Reaches reaches;
  private final Operations operations;

  public ContactWork(Contacting contacting, Reaches reaches, Operations operations) {
    this.contacting = contacting;
    this.reaches = reaches;
    this.operations = operations;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Has a message's contacts settled: now, or by an operation that goes on after the call. */
  @Override
  public void accept(String message) {
    var reach = reach(message);
    if (reach.filter(ContactOperations::isSmall).isPresent()) {
      Caller.runAsService(SERVICE, () -> contacting.work(message));
    } else {
      operations.start(
          KIND, ContactOperations.id(contacting.message(message)), Map.of(MESSAGE, message));
    }
  }

  @Override
  public Message run(Run run) {
    var message = run.payload().getOrDefault(MESSAGE, "");
    contacting.work(message, done -> run.report(new Progress(done, done, 0, 0, 0), Map.of()));
    var settled = reach(message).orElseThrow(() -> NotFound.named(message));
    return SettledContacts.newBuilder()
        .setMessage(message)
        .setAsked(settled.asked())
        .setGranted(settled.granted())
        .setRefused(settled.refused())
        .setConfirmed(settled.confirmed())
        .build();
  }

  /** Takes up what an earlier call or instance left undone. */
  public void sweep(Leasing.Held held) {
    for (var left : reaches.unfinished(SWEPT)) {
      held.check();
      try {
        accept(left.message());
      } catch (Unavailable e) {
        // The next sweep takes it up again; refusals carry no personal data.
        log.info("contacts of {} are not settled yet: {}", left.message(), e.getMessage());
      }
    }
  }

  private Optional<Reach> reach(String message) {
    return Optional.ofNullable(reaches.find(List.of(message)).get(message));
  }
}
