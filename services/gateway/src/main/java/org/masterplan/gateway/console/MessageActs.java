package org.masterplan.gateway.console;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.governance.v1.ApproveMessageRequest;
import org.masterplan.governance.v1.CancelMessageRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageServiceGrpc.MessageServiceBlockingStub;
import org.masterplan.governance.v1.ReleaseMessageRequest;
import org.masterplan.governance.v1.ReturnMessageRequest;
import org.masterplan.governance.v1.ScheduleMessageRequest;
import org.masterplan.governance.v1.SubmitMessageRequest;

/** The steps of a message's life that a visitor may take from its page. */
enum MessageActs {
  SUBMIT,
  APPROVE,
  RETURN,
  SCHEDULE,
  RELEASE,
  CANCEL;

  /** What may be done now; governance decides in the end. */
  static List<MessageActs> of(Message message, Visitor visitor) {
    var office = visitor.person().is("cmo");
    var acts = new ArrayList<MessageActs>();
    switch (message.getState()) {
      case DRAFT -> acts.addAll(List.of(SUBMIT, CANCEL));
      case PROPOSED -> {
        if (office && !message.getSubmitter().equals(visitor.person().subject())) {
          acts.addAll(List.of(APPROVE, RETURN));
        }
        acts.add(CANCEL);
      }
      case APPROVED -> acts.addAll(List.of(SCHEDULE, CANCEL));
      case SCHEDULED -> acts.addAll(List.of(RELEASE, CANCEL));
      case RELEASED, CANCELLED, STATE_UNSPECIFIED, UNRECOGNIZED -> {}
    }
    return office || visitor.person().is("business-unit") ? acts : List.of();
  }

  Message take(Acts.Decision d, MessageServiceBlockingStub governance) {
    return switch (this) {
      case SUBMIT ->
          governance.submitMessage(Acts.fill(SubmitMessageRequest.newBuilder(), d).build());
      case APPROVE ->
          governance.approveMessage(Acts.fill(ApproveMessageRequest.newBuilder(), d).build());
      case RETURN ->
          governance.returnMessage(Acts.fill(ReturnMessageRequest.newBuilder(), d).build());
      case SCHEDULE ->
          governance.scheduleMessage(Acts.fill(ScheduleMessageRequest.newBuilder(), d).build());
      case RELEASE ->
          governance.releaseMessage(Acts.fill(ReleaseMessageRequest.newBuilder(), d).build());
      case CANCEL ->
          governance.cancelMessage(Acts.fill(CancelMessageRequest.newBuilder(), d).build());
    };
  }
}
