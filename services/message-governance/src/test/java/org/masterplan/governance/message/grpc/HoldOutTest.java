package org.masterplan.governance.message.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.contact.app.Reservations;
import org.masterplan.governance.contact.domain.People;
import org.masterplan.governance.contact.domain.Reservation;
import org.masterplan.governance.v1.CheckMessageRequest;
import org.masterplan.governance.v1.ContactServiceGrpc;
import org.masterplan.governance.v1.CreateMessageRequest;
import org.masterplan.governance.v1.ListDrawnRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageClass;
import org.masterplan.governance.v1.ReleaseMessageRequest;
import org.masterplan.governance.v1.ScheduleMessageRequest;
import org.masterplan.kernel.actor.Actor;

/** A part of a promotion's audience does without it, so that what it does can be told. */
class HoldOutTest extends GovernanceServer {
  private static final Actor PROFILES = Actor.service("customer-profiles");
  private static final int PEOPLE = 200;
  private final List<String> people =
      IntStream.range(0, PEOPLE).mapToObj(i -> "profiles/p%03d".formatted(i)).toList();

  @BeforeEach
  void people() {
    for (int i = 0; i < PEOPLE; i++) {
      var id = "p%03d".formatted(i);
      // Every tenth never agreed to anything, and would not get it anyhow.
      plan.consents.put(i % 10 == 0 ? People.silent(id) : People.agreeing(id));
    }
  }

  @Test
  @Tag("cap-53")
  void cap053_thoseHeldOut_areRecorded_andNeverContactedByTheMessage() {
    var released = released(promotion(40));

    var reached = new TreeSet<String>();
    var heldOut = new TreeSet<String>();
    drawn(released.getName(), reached, heldOut);
    assertThat(reached.size() + heldOut.size()).isEqualTo(180);
    assertThat(heldOut.size()).isBetween(40, 104);
    assertThat(released.getContacts().getConfirmed()).isEqualTo(reached.size());
    assertThat(released.getContacts().getRefused()).isEqualTo(heldOut.size() + 20);
    // Only the draw objected: those who never agreed are refused, not held out.
    assertThat(reservations().ofMessage(released.getName(), "", PEOPLE))
        .filteredOn(r -> r.state() == Reservation.State.HELD_OUT)
        .allSatisfy(r -> assertThat(r.outcome().refusals()).containsExactly("held-out"));
    // Nor by asking for one of them alone.
    var one = heldOut.first().substring("profiles/".length());
    var answer = contacts(UNIT).decideContact(forMessage(released.getName(), one));
    assertThat(answer.getGranted()).isFalse();
    assertThat(answer.getRefusals(0).getRule()).isEqualTo("policies/held-out");
    assertThat(answer.getRefusals(0).getText()).contains("Drawn");
    // Another message is free to reach them.
    assertThat(contacts(UNIT).decideContact(forMessage("", one)).getGranted()).isTrue();
  }

  @Test
  @Tag("cap-53")
  void cap053_theCheck_saysHowManyAreHeldOut_beforeAnybodyDecides() {
    var proposed = submitted(promotion(40), "thu");

    var check =
        messages(UNIT)
            .checkMessage(CheckMessageRequest.newBuilder().setName(proposed.getName()).build());

    assertThat(proposed.getAudience().getHoldOutPercent()).isEqualTo(40);
    assertThat(check.getRefusedList()).anyMatch(r -> r.getRule().equals("policies/held-out"));
    assertThat(check.getGranted()).isBetween(180 - 104, 180 - 40);
  }

  @Test
  void holdOut_isForPromotionsOnly_andForAtMostHalf() {
    var notice = promotion(10).toBuilder().setMessageClass(MessageClass.SERVICE_NOTICE).build();

    assertThatThrownBy(() -> submitted(notice, "tin"))
        .hasMessageContaining("Only a promotion may be held out")
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.INVALID_ARGUMENT));
    assertThatThrownBy(
            () ->
                messages(UNIT)
                    .createMessage(
                        CreateMessageRequest.newBuilder()
                            .setMessageId("nhieu")
                            .setMessage(promotion(51))
                            .build()))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.INVALID_ARGUMENT));
  }

  @Test
  void drawn_isForServicesOnly_andOfAMessageThatThereIs() {
    var request = ListDrawnRequest.newBuilder().setMessage("messages/none").build();

    assertThatThrownBy(() -> contacts(CMO).listDrawn(request))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.PERMISSION_DENIED));
    assertThatThrownBy(() -> contacts(PROFILES).listDrawn(request))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.NOT_FOUND));
  }

  private Reservations reservations() {
    return plan.ledger.store.reservations();
  }

  private Message promotion(int percent) {
    var message = message("Sữa mới", people, Duration.ofHours(1)).toBuilder();
    message.setMessageClass(MessageClass.PROMOTION).setText("[QC] Sữa mới");
    message.getAudienceBuilder().setHoldOutPercent(percent);
    return message.build();
  }

  private Message released(Message message) {
    var approved = messages(CMO).approveMessage(approve(submitted(message, "sua-moi")));
    var scheduled =
        messages(UNIT)
            .scheduleMessage(
                ScheduleMessageRequest.newBuilder()
                    .setName(approved.getName())
                    .setEtag(approved.getEtag())
                    .build());
    return messages(UNIT)
        .releaseMessage(
            ReleaseMessageRequest.newBuilder()
                .setName(scheduled.getName())
                .setEtag(scheduled.getEtag())
                .build());
  }

  private void drawn(String message, TreeSet<String> reached, TreeSet<String> heldOut) {
    var tokens = new ArrayList<String>(List.of(""));
    while (!tokens.isEmpty()) {
      var answer =
          ContactServiceGrpc.newBlockingStub(server.as(PROFILES))
              .listDrawn(
                  ListDrawnRequest.newBuilder()
                      .setMessage(message)
                      .setPageToken(tokens.removeFirst())
                      .build());
      reached.addAll(answer.getReachedList());
      heldOut.addAll(answer.getHeldOutList());
      if (!answer.getNextPageToken().isEmpty()) {
        tokens.add(answer.getNextPageToken());
      }
    }
  }
}
