package org.masterplan.governance.message.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.masterplan.governance.message.app.MessageFixture.MORNING;

import com.google.protobuf.util.Timestamps;
import io.grpc.Status.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.contact.domain.People;
import org.masterplan.governance.v1.Channel;
import org.masterplan.governance.v1.ConfirmContactRequest;
import org.masterplan.governance.v1.ContactServiceGrpc;
import org.masterplan.governance.v1.DecideContactRequest;
import org.masterplan.governance.v1.ListTouchesRequest;
import org.masterplan.governance.v1.ListTouchesResponse.Touch;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageClass;
import org.masterplan.governance.v1.ReleaseMessageRequest;
import org.masterplan.governance.v1.ScheduleMessageRequest;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.person.v1.ErasePersonDataRequest;
import org.masterplan.person.v1.MovePersonDataRequest;
import org.masterplan.person.v1.PersonDataServiceGrpc;
import org.masterplan.person.v1.PersonKeys;

/** Who has reached a person. */
class TouchesTest extends GovernanceServer {
  private static final Actor PROFILES = Actor.service("customer-profiles");
  private static final Instant SINCE = MORNING.minus(Duration.ofDays(90));

  @BeforeEach
  void people() {
    plan.consents.put(People.agreeing("lan"));
    plan.consents.put(People.agreeing("minh"));
    plan.members.put("communities/me-bim", List.of("profiles/lan", "profiles/minh"));
    plan.members.put("communities/an-dam", List.of("profiles/lan"));
  }

  @Test
  @Tag("cap-4")
  void cap004_touches_areThoseThatTookPlace_byUnitChannelAndCommunities() {
    released(to(message("Lớp", List.of(), Duration.ofHours(1)), "communities/me-bim"), "lop");
    released(
        to(
            message("Hội", List.of(), Duration.ofHours(2)),
            "communities/me-bim",
            "communities/an-dam"),
        "hoi");
    contact("lan", "businessUnits/beer", Channel.EMAIL);
    contact("lan", "businessUnits/beer", Channel.EMAIL);
    // Granted, and never confirmed: nobody was reached by it.
    decided("lan", "businessUnits/water", Channel.SMS);

    assertThat(touches(SINCE, "profiles/lan"))
        .extracting(
            Touch::getBusinessUnit,
            t -> String.join(" ", t.getCommunitiesList()),
            Touch::getContacts)
        .containsExactly(
            tuple("businessUnits/beer", "", 2),
            tuple("businessUnits/dairy", "communities/an-dam communities/me-bim", 1),
            tuple("businessUnits/dairy", "communities/me-bim", 1));
    assertThat(touches(SINCE, "profiles/lan"))
        .allSatisfy(t -> assertThat(t.getChannel()).isEqualTo(Channel.EMAIL));
    assertThat(touches(SINCE, "profiles/minh", "profiles/nobody"))
        .extracting(Touch::getProfile)
        .containsOnly("profiles/minh");
    assertThat(touches(MORNING.plus(Duration.ofDays(1)), "profiles/lan")).isEmpty();
  }

  @Test
  void touches_followMergesAndErasure() {
    contact("lan", "businessUnits/beer", Channel.EMAIL);
    var data = PersonDataServiceGrpc.newBlockingStub(server.as(PROFILES));

    data.movePersonData(
        MovePersonDataRequest.newBuilder()
            .setFrom("profiles/lan")
            .setTo("profiles/minh")
            .setJournal(9)
            .build());

    assertThat(touches(SINCE, "profiles/lan", "profiles/minh"))
        .extracting(Touch::getProfile)
        .containsExactly("profiles/minh");
    data.erasePersonData(
        ErasePersonDataRequest.newBuilder()
            .setPerson(PersonKeys.newBuilder().addProfiles("profiles/minh"))
            .setReason("asked")
            .build());
    assertThat(touches(SINCE, "profiles/minh")).isEmpty();
  }

  @Test
  void touches_areForServicesOnly_andNameWhatTheyMiss() {
    for (var actor : List.of(UNIT, CMO, PRIVACY)) {
      assertThatThrownBy(() -> contacts(actor).listTouches(request(SINCE, "profiles/lan")))
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.PERMISSION_DENIED));
    }
    var nobody = ListTouchesRequest.newBuilder().setSinceTime(request(SINCE).getSinceTime());
    assertThatThrownBy(() -> contacts(PROFILES).listTouches(nobody.build()))
        .hasMessageContaining("profiles")
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.INVALID_ARGUMENT));
    var never = ListTouchesRequest.newBuilder().addProfiles("profiles/lan");
    assertThatThrownBy(() -> contacts(PROFILES).listTouches(never.build()))
        .hasMessageContaining("since_time")
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.INVALID_ARGUMENT));
  }

  private static Message to(Message message, String... communities) {
    return message.toBuilder()
        .setAudience(Message.Audience.newBuilder().addAllCommunities(List.of(communities)))
        .build();
  }

  private void released(Message message, String id) {
    var approved = messages(CMO).approveMessage(approve(submitted(message, id)));
    var scheduled =
        messages(UNIT)
            .scheduleMessage(
                ScheduleMessageRequest.newBuilder()
                    .setName(approved.getName())
                    .setEtag(approved.getEtag())
                    .build());
    messages(UNIT)
        .releaseMessage(
            ReleaseMessageRequest.newBuilder()
                .setName(scheduled.getName())
                .setEtag(scheduled.getEtag())
                .build());
  }

  private void contact(String person, String unit, Channel channel) {
    var reservation = decided(person, unit, channel);
    contacts(UNIT)
        .confirmContact(ConfirmContactRequest.newBuilder().setReservation(reservation).build());
  }

  private String decided(String person, String unit, Channel channel) {
    var answer =
        contacts(UNIT)
            .decideContact(
                DecideContactRequest.newBuilder()
                    .setProfile("profiles/" + person)
                    .setBusinessUnit(unit)
                    .setChannel(channel)
                    .setMessageClass(MessageClass.INFO)
                    .setReserve(true)
                    .build());
    assertThat(answer.getGranted()).isTrue();
    return answer.getReservation();
  }

  private List<Touch> touches(Instant since, String... profiles) {
    return ContactServiceGrpc.newBlockingStub(server.as(PROFILES))
        .listTouches(request(since, profiles))
        .getTouchesList();
  }

  private static ListTouchesRequest request(Instant since, String... profiles) {
    return ListTouchesRequest.newBuilder()
        .addAllProfiles(List.of(profiles))
        .setSinceTime(Timestamps.fromMillis(since.toEpochMilli()))
        .build();
  }
}
