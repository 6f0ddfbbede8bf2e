package org.masterplan.governance.message.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.JsonFormat;
import com.google.protobuf.util.Timestamps;
import io.grpc.Status.Code;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.contact.domain.People;
import org.masterplan.governance.v1.Channel;
import org.masterplan.governance.v1.CheckMessageRequest;
import org.masterplan.governance.v1.ConfirmContactRequest;
import org.masterplan.governance.v1.ContactServiceGrpc;
import org.masterplan.governance.v1.CreateMessageRequest;
import org.masterplan.governance.v1.DecideContactRequest;
import org.masterplan.governance.v1.GetMessagePlanSummaryRequest;
import org.masterplan.governance.v1.ListMessageCollisionsRequest;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.ListPoliciesRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageClass;
import org.masterplan.governance.v1.MessageServiceGrpc;
import org.masterplan.governance.v1.PolicyServiceGrpc;
import org.masterplan.governance.v1.ReleaseMessageRequest;
import org.masterplan.governance.v1.ScheduleMessageRequest;
import org.masterplan.governance.v1.SuppressContactRequest;
import org.masterplan.governance.v1.Suppression;
import org.masterplan.governance.v1.SuppressionServiceGrpc;
import org.masterplan.person.v1.ErasePersonDataRequest;
import org.masterplan.person.v1.ExportPersonDataRequest;
import org.masterplan.person.v1.PersonDataServiceGrpc;
import org.masterplan.person.v1.PersonKeys;

class GovernanceGrpcTest extends GovernanceServer {
  @Test
  void decide_answersTheContractsBody() throws Exception {
    plan.consents.put(People.agreeing("lan"));
    var request = DecideContactRequest.newBuilder();
    JsonFormat.parser()
        .merge(
            """
            {"profile": "profiles/lan", "messageClass": "PROMOTION", "channel": "CALL",
             "time": "2026-11-21T03:00:00Z", "requestId": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
             "reserve": true}
            """,
            request);

    var first = contacts(UNIT).decideContact(request.build());
    var repeat = contacts(UNIT).decideContact(request.build());
    var other =
        contacts(UNIT).decideContact(request.setRequestId(UUID.randomUUID().toString()).build());

    assertThat(first.getGranted()).isTrue();
    assertThat(first.getReservation())
        .isEqualTo("reservations/7c9e6679-7425-40de-944b-e07fc1f90ae7");
    assertThat(repeat).isEqualTo(first);
    assertThat(other.getGranted()).isFalse();
    assertThat(other.getRefusals(0).getRule()).isEqualTo("policies/cap-call-promotion");
    assertThat(other.getRefusals(0).getVersion()).isEqualTo("2020-10-01");
    assertThat(other.getRefusals(0).getText()).contains("At most 1");
    assertThat(Timestamps.toString(other.getNextAllowedTime())).isEqualTo("2026-11-22T03:00:00Z");
  }

  @Test
  void decide_byPhoneInAnyNotation_countsTheSamePoint() {
    plan.consents.put(
        People.at(
            "lan",
            org.masterplan.governance.contact.domain.ContactPoint.phone("phone", "0351234567")));
    for (var notation : List.of("0351234567", "+84 351 234 567", "01651234567")) {
      assertThat(contacts(UNIT).decideContact(sms(notation)).getGranted()).as(notation).isTrue();
    }

    assertThat(contacts(UNIT).decideContact(sms("84351234567")).getGranted()).isFalse();
  }

  @Test
  void decide_speaksVietnamese() {
    plan.consents.put(People.silent("binh"));
    var stub = ContactServiceGrpc.newBlockingStub(server.as(UNIT, Locale.forLanguageTag("vi")));

    var answer =
        stub.decideContact(
            DecideContactRequest.newBuilder()
                .setProfile("profiles/binh")
                .setChannel(Channel.EMAIL)
                .setMessageClass(MessageClass.PROMOTION)
                .build());

    assertThat(answer.getRefusals(0).getText()).contains("chưa đồng thuận");
  }

  @Test
  void decide_whileProfilesAreAway_isUnavailable() {
    plan.consents.goAway();

    assertThatThrownBy(() -> contacts(UNIT).decideContact(sms("0351234567")))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNAVAILABLE));
  }

  @Test
  void create_refusesAPriceBelowNothing() {
    var price = com.google.type.Money.newBuilder().setCurrencyCode("VND").setUnits(-5);
    var offer =
        Message.Offer.newBuilder().setProductLine("productLines/milk").setPrice(price).build();
    var message = message("A", List.of("profiles/1"), Duration.ofDays(1)).toBuilder();
    var request =
        CreateMessageRequest.newBuilder()
            .setMessageId("offered")
            .setMessage(message.setOffer(offer))
            .build();

    assertThatThrownBy(() -> messages(UNIT).createMessage(request))
        .hasMessageContaining("-5")
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.INVALID_ARGUMENT));
  }

  @Test
  void create_ofATimeThatIsOver_isRefusedInTheCallersLanguage_withTheFieldAndNow() {
    var vietnamese =
        MessageServiceGrpc.newBlockingStub(server.as(UNIT, Locale.forLanguageTag("vi")));
    var request =
        CreateMessageRequest.newBuilder()
            .setMessageId("late")
            .setMessage(message("A", List.of("profiles/1"), Duration.ofHours(-1)))
            .build();

    assertThatThrownBy(() -> messages(UNIT).createMessage(request))
        .hasMessageContaining("message.planned_time is 21 Nov 2026, 09:00 (UTC+07:00)")
        .hasMessageContaining("now it is 21 Nov 2026, 10:00 (UTC+07:00)")
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.INVALID_ARGUMENT));
    assertThatThrownBy(() -> vietnamese.createMessage(request))
        .hasMessageContaining("09:00, 21/11/2026 (UTC+07:00)");
  }

  @Test
  void decide_ofNoPhone_namesTheField_withoutTheValue() {
    assertThatThrownBy(() -> contacts(UNIT).decideContact(sms("call me")))
        .hasMessageContaining("phone")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("call me"))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.INVALID_ARGUMENT));
  }

  @Test
  void suppression_isImmediate_alsoForWhatWasGranted() {
    plan.consents.put(People.agreeing("lan"));
    var granted =
        contacts(UNIT)
            .decideContact(
                DecideContactRequest.newBuilder()
                    .setProfile("profiles/lan")
                    .setChannel(Channel.EMAIL)
                    .setMessageClass(MessageClass.PROMOTION)
                    .setReserve(true)
                    .build());
    var person = PersonKeys.newBuilder().addProfiles("profiles/lan").build();
    var no = Suppression.newBuilder().setReason("withdrawal").build();

    var answer =
        SuppressionServiceGrpc.newBlockingStub(server.as(PRIVACY))
            .suppressContact(
                SuppressContactRequest.newBuilder().setPerson(person).setSuppression(no).build());

    assertThat(answer.getGivenBack()).isEqualTo(1);
    var confirm =
        ConfirmContactRequest.newBuilder().setReservation(granted.getReservation()).build();
    assertThatThrownBy(() -> contacts(UNIT).confirmContact(confirm))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.FAILED_PRECONDITION));
    var data = PersonDataServiceGrpc.newBlockingStub(server.as(PRIVACY));
    var export = ExportPersonDataRequest.newBuilder().setPerson(person).build();
    assertThat(data.exportPersonData(export).getItemsList())
        .extracting(i -> i.getKind())
        .containsExactlyInAnyOrder("suppression", "contact");
    data.erasePersonData(
        ErasePersonDataRequest.newBuilder().setPerson(person).setReason("asked").build());
    assertThat(data.exportPersonData(export).getItemsList()).isEmpty();
  }

  @Test
  void message_fromDraftToRelease() {
    var people = List.of("profiles/lan", "profiles/minh");
    plan.consents.put(People.agreeing("lan"));
    plan.consents.put(People.agreeing("minh"));
    var first = submitted(message("Lớp học ăn dặm", people, Duration.ofHours(1)), "lop-hoc");
    submitted(message("Ngày hội", people, Duration.ofHours(5)), "ngay-hoi");

    var check =
        messages(UNIT)
            .checkMessage(CheckMessageRequest.newBuilder().setName(first.getName()).build());
    assertThat(check.getAudience()).isEqualTo(2);
    assertThat(check.getGranted()).isEqualTo(2);
    assertThat(check.getCollisions(0).getMessage()).isEqualTo("messages/ngay-hoi");
    assertThat(check.getCollisions(0).getFreeSlotsCount()).isPositive();

    assertThatThrownBy(() -> messages(UNIT).approveMessage(approve(first)))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.PERMISSION_DENIED));
    var approved = messages(CMO).approveMessage(approve(first));
    var scheduled =
        messages(UNIT)
            .scheduleMessage(
                ScheduleMessageRequest.newBuilder()
                    .setName(approved.getName())
                    .setEtag(approved.getEtag())
                    .build());
    assertThat(scheduled.getContacts().getGranted()).isEqualTo(2);
    assertThat(scheduled.getContacts().getProgress()).isEqualTo(Message.Contacts.Progress.DONE);
    var released =
        messages(UNIT)
            .releaseMessage(
                ReleaseMessageRequest.newBuilder()
                    .setName(scheduled.getName())
                    .setEtag(scheduled.getEtag())
                    .build());
    assertThat(released.getState()).isEqualTo(Message.State.RELEASED);
    assertThat(released.getContacts().getConfirmed()).isEqualTo(2);
  }

  @Test
  void list_filtersTheWeek_andSummaryCountsIt() {
    plan.consents.put(People.agreeing("lan"));
    submitted(message("Một", List.of("profiles/lan"), Duration.ofHours(1)), "mot");
    submitted(message("Hai", List.of("profiles/lan"), Duration.ofHours(2)), "hai");
    submitted(message("Sau", List.of("profiles/lan"), Duration.ofDays(20)), "sau");

    var week =
        messages(CMO)
            .listMessages(
                ListMessagesRequest.newBuilder()
                    .setFilter(
                        "planned_time >= \"2026-11-16T00:00:00+07:00\" AND"
                            + " planned_time < \"2026-11-23T00:00:00+07:00\""
                            + " AND business_unit = \"businessUnits/dairy\" AND state = PROPOSED")
                    .build());
    var summary =
        messages(CMO).getMessagePlanSummary(GetMessagePlanSummaryRequest.getDefaultInstance());

    assertThat(week.getMessagesList())
        .extracting(Message::getName)
        .containsExactly("messages/mot", "messages/hai");
    assertThat(summary.getMessages()).isEqualTo(2);
    assertThat(summary.getCollisions()).isEqualTo(1);
    assertThat(summary.getWaitingDecisions()).isEqualTo(3);
    assertThat(
            messages(UNIT)
                .listMessageCollisions(
                    ListMessageCollisionsRequest.newBuilder().setName("messages/mot").build())
                .getCollisions(0)
                .getPersons())
        .isEqualTo(1);
  }

  @Test
  void policies_showTheirSourceAndText() {
    var policies =
        PolicyServiceGrpc.newBlockingStub(server.as(UNIT))
            .listPolicies(ListPoliciesRequest.getDefaultInstance())
            .getPoliciesList();

    assertThat(policies)
        .extracting(p -> p.getName())
        .contains("policies/consent")
        .doesNotHaveDuplicates();
    assertThat(policies).allSatisfy(p -> assertThat(p.getText()).doesNotContain("{"));
  }
}
