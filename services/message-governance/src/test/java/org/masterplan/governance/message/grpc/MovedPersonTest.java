package org.masterplan.governance.message.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.contact.domain.People;
import org.masterplan.governance.v1.Channel;
import org.masterplan.governance.v1.ConfirmContactRequest;
import org.masterplan.governance.v1.DecideContactRequest;
import org.masterplan.governance.v1.DecideContactResponse;
import org.masterplan.governance.v1.MessageClass;
import org.masterplan.governance.v1.SuppressContactRequest;
import org.masterplan.governance.v1.Suppression;
import org.masterplan.governance.v1.SuppressionServiceGrpc;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.person.v1.MovePersonDataRequest;
import org.masterplan.person.v1.PersonDataServiceGrpc;
import org.masterplan.person.v1.PersonKeys;

/** What customer-profiles tells after a merge or a split, as the ledger takes it. */
class MovedPersonTest extends GovernanceServer {
  static final MovePersonDataRequest MERGE =
      MovePersonDataRequest.newBuilder()
          .setFrom("profiles/minh")
          .setTo("profiles/lan")
          .setJournal(11)
          .build();
  static final MovePersonDataRequest SPLIT =
      MovePersonDataRequest.newBuilder()
          .setFrom("profiles/lan")
          .setTo("profiles/minh")
          .setJournal(12)
          .setOnly(PersonKeys.newBuilder().addProfiles("profiles/minh"))
          .build();

  @BeforeEach
  void know() {
    plan.consents.put(People.agreeing("lan"));
    plan.consents.put(People.agreeing("minh"));
  }

  @Test
  @Tag("cap-12")
  void cap012_merge_addsUpWhatBothHad_andTheSplitGivesBackWithoutForgetting() {
    contacted("minh", 4);
    contacted("lan", 3);

    move(MERGE);
    move(MERGE);

    assertThat(rules(decided("lan", Channel.APP))).containsExactly("policies/attention-budget");

    move(SPLIT);
    move(MERGE);

    assertThat(rules(decided("minh", Channel.APP))).containsExactly("policies/attention-budget");
    assertThat(rules(decided("lan", Channel.APP))).containsExactly("policies/attention-budget");
    assertThat(trail.stream().filter(line -> line.contains("PERSON_MOVED"))).hasSize(4);
  }

  @Test
  void merge_letsTheNoOfTheLoserHoldForTheWinner() {
    SuppressionServiceGrpc.newBlockingStub(server.as(PRIVACY))
        .suppressContact(
            SuppressContactRequest.newBuilder()
                .setPerson(PersonKeys.newBuilder().addProfiles("profiles/minh"))
                .setSuppression(Suppression.newBuilder().setReason("withdrawal"))
                .build());
    assertThat(decided("lan", Channel.APP).getGranted()).isTrue();

    move(MERGE);

    assertThat(rules(decided("lan", Channel.APP))).contains("policies/suppression");
  }

  private void contacted(String person, int times) {
    IntStream.range(0, times)
        .mapToObj(_ -> decided(person, Channel.APP))
        .forEach(
            held ->
                contacts(UNIT)
                    .confirmContact(
                        ConfirmContactRequest.newBuilder()
                            .setReservation(held.getReservation())
                            .build()));
  }

  private DecideContactResponse decided(String person, Channel channel) {
    return contacts(UNIT)
        .decideContact(
            DecideContactRequest.newBuilder()
                .setProfile("profiles/" + person)
                .setChannel(channel)
                .setMessageClass(MessageClass.ASK)
                .setReserve(true)
                .build());
  }

  private static List<String> rules(DecideContactResponse decision) {
    return decision.getRefusalsList().stream().map(r -> r.getRule()).toList();
  }

  private void move(MovePersonDataRequest request) {
    PersonDataServiceGrpc.newBlockingStub(server.as(Actor.service("customer-profiles")))
        .movePersonData(request);
  }
}
