package org.masterplan.governance.message.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status.Code;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.contact.domain.People;
import org.masterplan.governance.v1.CancelMessageRequest;
import org.masterplan.governance.v1.Channel;
import org.masterplan.governance.v1.ConfirmContactRequest;
import org.masterplan.governance.v1.GetSuppressionsRequest;
import org.masterplan.governance.v1.LiftDoNotCallRequest;
import org.masterplan.governance.v1.LiftSuppressionRequest;
import org.masterplan.governance.v1.MessageClass;
import org.masterplan.governance.v1.SuppressContactRequest;
import org.masterplan.governance.v1.Suppression;
import org.masterplan.governance.v1.SuppressionServiceGrpc;
import org.masterplan.person.v1.ErasePersonDataRequest;
import org.masterplan.person.v1.ExportPersonDataRequest;
import org.masterplan.person.v1.PersonDataServiceGrpc;
import org.masterplan.person.v1.PersonKeys;

class ContactTrailTest extends GovernanceServer {
  @Test
  void trail_namesWhoDidWhat_andNoContactPoint() {
    plan.consents.put(People.agreeing("lan"));
    var granted = contacts(UNIT).decideContact(forMessage("", "lan"));
    contacts(UNIT)
        .confirmContact(
            ConfirmContactRequest.newBuilder().setReservation(granted.getReservation()).build());
    var person =
        PersonKeys.newBuilder().addProfiles("profiles/lan").addPhones("+84901234567").build();
    var suppressions = SuppressionServiceGrpc.newBlockingStub(server.as(PRIVACY));
    suppressions.suppressContact(
        SuppressContactRequest.newBuilder()
            .setPerson(person)
            .setSuppression(Suppression.newBuilder().setReason("withdrawal"))
            .build());
    suppressions.suppressContact(
        SuppressContactRequest.newBuilder()
            .setPerson(PersonKeys.newBuilder().addPhones("+84901234567"))
            .setSuppression(Suppression.newBuilder().setReason("do-not-call-register"))
            .build());
    suppressions.liftSuppression(LiftSuppressionRequest.newBuilder().setPerson(person).build());
    var data = PersonDataServiceGrpc.newBlockingStub(server.as(PRIVACY));
    data.exportPersonData(ExportPersonDataRequest.newBuilder().setPerson(person).build());
    data.erasePersonData(
        ErasePersonDataRequest.newBuilder().setPerson(person).setReason("asked").build());

    assertThat(trail)
        .containsExactly(
            "unit CONTACT_RESERVED " + granted.getReservation(),
            "unit CONTACT_CONFIRMED " + granted.getReservation(),
            "privacy CONTACT_SUPPRESSED profiles/lan",
            "privacy CONTACT_SUPPRESSED suppressions/-",
            "privacy SUPPRESSION_LIFTED profiles/lan",
            "privacy PERSON_EXPORTED profiles/lan",
            "privacy PERSON_ERASED profiles/lan");
  }

  @Test
  void liftDoNotCall_takesBackWhatTheRegisterBars_andNothingThatPeopleSaid() {
    var suppressions = SuppressionServiceGrpc.newBlockingStub(server.as(PRIVACY));
    var person = PersonKeys.newBuilder().addPhones("+84901234567").build();
    for (var reason : List.of("withdrawal", "do-not-call-register")) {
      suppressions.suppressContact(
          SuppressContactRequest.newBuilder()
              .setPerson(person)
              .setSuppression(
                  Suppression.newBuilder()
                      .setChannel(Channel.SMS)
                      .setMessageClass(MessageClass.PROMOTION)
                      .setReason(reason))
              .build());
    }
    var off = LiftDoNotCallRequest.newBuilder().setPerson(person).build();

    assertThat(suppressions.liftDoNotCall(off).getLifted()).isEqualTo(1);
    assertThat(suppressions.liftDoNotCall(off).getLifted()).isZero();

    var left = GetSuppressionsRequest.newBuilder().setPerson(person).build();
    assertThat(suppressions.getSuppressions(left).getSuppressionsList())
        .extracting(Suppression::getReason)
        .containsExactly("withdrawal");
    assertThat(trail).contains("privacy DO_NOT_CALL_LIFTED suppressions/-");
  }

  @Test
  @Tag("cap-18")
  void cap018_decide_forAMessageThatIsNotApproved_isRefused() {
    plan.consents.put(People.agreeing("lan"));
    var people = List.of("profiles/lan");
    var proposed = submitted(message("Lớp học", people, Duration.ofHours(1)), "lop-hoc");

    var before = contacts(UNIT).decideContact(forMessage(proposed.getName(), "lan"));
    var approved = messages(CMO).approveMessage(approve(proposed));
    var after = contacts(UNIT).decideContact(forMessage(proposed.getName(), "lan"));

    assertThat(before.getGranted()).isFalse();
    assertThat(before.getReservation()).isEmpty();
    assertThat(before.getRefusals(0).getRule()).isEqualTo("policies/approved-message");
    assertThat(before.getRefusals(0).getText()).contains("approved");
    assertThat(after.getGranted()).isTrue();

    messages(UNIT)
        .cancelMessage(
            CancelMessageRequest.newBuilder()
                .setName(approved.getName())
                .setEtag(approved.getEtag())
                .setReason("rain")
                .build());
    var confirm = ConfirmContactRequest.newBuilder().setReservation(after.getReservation()).build();
    assertThatThrownBy(() -> contacts(UNIT).confirmContact(confirm))
        .hasMessageContaining("messages/lop-hoc")
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.FAILED_PRECONDITION));
  }
}
