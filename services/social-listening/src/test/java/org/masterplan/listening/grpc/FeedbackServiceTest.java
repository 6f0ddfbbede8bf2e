package org.masterplan.listening.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.Timestamps;
import com.mongodb.client.MongoDatabase;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.listening.app.Customers;
import org.masterplan.listening.app.Desk;
import org.masterplan.listening.app.Hearing;
import org.masterplan.listening.app.ListeningRoom;
import org.masterplan.listening.v1.BatchCreateFeedbackRequest;
import org.masterplan.listening.v1.CreateFeedbackRequest;
import org.masterplan.listening.v1.Feedback;
import org.masterplan.listening.v1.Feedback.AuthorStanding;
import org.masterplan.listening.v1.Feedback.Type;
import org.masterplan.listening.v1.FeedbackServiceGrpc;
import org.masterplan.listening.v1.FeedbackServiceGrpc.FeedbackServiceBlockingStub;
import org.masterplan.listening.v1.GetFeedbackRequest;
import org.masterplan.listening.v1.ListFeedbackRequest;
import org.masterplan.listening.v1.ResolveFeedbackAuthorsRequest;
import org.masterplan.listening.v1.SummarizeFeedbackRequest;
import org.masterplan.person.v1.ErasePersonDataRequest;
import org.masterplan.person.v1.ExportPersonDataRequest;
import org.masterplan.person.v1.MovePersonDataRequest;
import org.masterplan.person.v1.PersonDataServiceGrpc;
import org.masterplan.person.v1.PersonKeys;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.person.KeptRows;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;

/** Feedback as callers meet it; customer profiles know whom a test says they know. */
class FeedbackServiceTest {
  static final Actor UNIT = new Actor("unit", Set.of(Role.BUSINESS_UNIT), Set.of("sua"), "");
  static final Actor DATA = new Actor("dan", Set.of(Role.DATA_TEAM), Set.of(), "");
  static final Actor AUDITOR = new Actor("ann", Set.of(Role.AUDITOR), Set.of(), "");
  static final Actor PRIVACY = new Actor("pia", Set.of(Role.PRIVACY_OFFICER), Set.of(), "request");

  final ListeningRoom room = new ListeningRoom();
  final Map<String, Customers.Known> known = new HashMap<>();
  boolean away;
  GrpcTest server;

  @BeforeEach
  void start() {
    MongoDatabase database = MongoTestServer.database("listening");
    var notes =
        new CallNotes(new AuditNotes(database, () -> UUID.randomUUID().toString()), room.clock);
    var hearing = new Hearing(room.feedback, this::known, room.clock);
    server =
        GrpcTest.serving(
            new FeedbackGrpcService(
                new Desk<>("feedback", room.feedback, room.clock), hearing, room.clock),
            new PersonDataGrpcService(
                room.people, new KeptRows(new Rejects(database, room.clock)), notes));
    known.put("facebook:an", new Customers.Known("profiles/an", true));
    known.put("zalo:binh", new Customers.Known("profiles/binh", false));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Map<String, Customers.Known> known(Collection<String> handles) {
    if (away) {
      throw new Unavailable("SERVICE_AWAY", Map.of("service", "customer-profiles"));
    }
    var found = new HashMap<>(known);
    found.keySet().retainAll(handles);
    return found;
  }

  @Test
  @Tag("cap-70")
  void cap070_feedback_isOfTheTypeThatItsBringerSays_andOfNoOther() {
    for (var type : List.of(Type.CRITICISM, Type.ANALYSIS, Type.SUGGESTION)) {
      assertThat(bring("t-" + type.getNumber() + "x", type, "facebook:an").getType())
          .isEqualTo(type);
    }

    assertThatThrownBy(() -> bring("none", Type.TYPE_UNSPECIFIED, ""))
        .hasMessageContaining("type")
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.INVALID_ARGUMENT));
    assertThatThrownBy(() -> bring("no-platform", Type.CRITICISM, "an"))
        .hasMessageContaining("author")
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.INVALID_ARGUMENT));
    assertThatThrownBy(
            () ->
                stub(AUDITOR).createFeedback(request("by-auditor", Type.CRITICISM, "facebook:an")))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.PERMISSION_DENIED));
  }

  @Test
  @Tag("cap-70")
  void cap070_currentAndPotentialCustomersAndUnknownAuthors_areCountedApart() {
    bring("one", Type.CRITICISM, "facebook:AN");
    bring("two", Type.SUGGESTION, "zalo:binh");
    bring("three", Type.CRITICISM, "zalo:nobody");
    bring("four", Type.CRITICISM, "");

    assertThat(counted(Type.CRITICISM, AuthorStanding.UNKNOWN_AUTHOR, "")).isEqualTo(3);
    var looked =
        stub(DATA).resolveFeedbackAuthors(ResolveFeedbackAuthorsRequest.getDefaultInstance());

    assertThat(looked.getCurrent()).isEqualTo(1);
    assertThat(looked.getPotential()).isEqualTo(1);
    assertThat(looked.getUnknown()).isEqualTo(2);
    assertThat(counted(Type.CRITICISM, AuthorStanding.CURRENT_CUSTOMER, "")).isEqualTo(1);
    assertThat(counted(Type.CRITICISM, AuthorStanding.POTENTIAL_CUSTOMER, "")).isZero();
    assertThat(counted(Type.CRITICISM, AuthorStanding.UNKNOWN_AUTHOR, "")).isEqualTo(2);
    assertThat(counted(Type.SUGGESTION, AuthorStanding.POTENTIAL_CUSTOMER, "")).isEqualTo(1);
    assertThat(counted(Type.ANALYSIS, AuthorStanding.UNKNOWN_AUTHOR, "")).isZero();
    assertThat(counted(Type.CRITICISM, AuthorStanding.UNKNOWN_AUTHOR, "platform = zalo"))
        .isEqualTo(1);
    assertThat(get("one", DATA).getProfile()).isEqualTo("profiles/an");
    assertThat(get("four", DATA).getProfile()).isEmpty();
  }

  @Test
  @Tag("cap-70")
  void cap070_whoBoughtSince_isACurrentCustomerAtTheNextLookUp_andOnlyThen() {
    bring("two", Type.SUGGESTION, "zalo:binh");
    resolve();
    known.put("zalo:binh", new Customers.Known("profiles/binh", true));

    assertThat(get("two", DATA).getAuthorStanding()).isEqualTo(AuthorStanding.POTENTIAL_CUSTOMER);
    resolve();
    assertThat(get("two", DATA).getAuthorStanding()).isEqualTo(AuthorStanding.CURRENT_CUSTOMER);
    var etag = get("two", DATA).getEtag();
    resolve();
    assertThat(get("two", DATA).getEtag()).isEqualTo(etag);
    known.clear();
    resolve();
    assertThat(get("two", DATA).getAuthorStanding()).isEqualTo(AuthorStanding.UNKNOWN_AUTHOR);
    assertThat(get("two", DATA).getProfile()).isEmpty();
  }

  /** Whoever acts for a unit would learn that somebody is another unit's customer. */
  @Test
  @Tag("cap-70")
  void cap070_aUnit_learnsOfNoAuthor_whetherAnyUnitKnowsThem() {
    bring("one", Type.CRITICISM, "facebook:an");
    var before = get("one", UNIT);
    resolve();

    assertThat(get("one", UNIT)).isEqualTo(before);
    assertThat(before.getAuthorStanding()).isEqualTo(AuthorStanding.AUTHOR_STANDING_UNSPECIFIED);
    assertThat(stub(UNIT).listFeedback(page("", "")).getFeedbackList()).containsExactly(before);
    var counts =
        stub(UNIT).summarizeFeedback(SummarizeFeedbackRequest.getDefaultInstance()).getCountsList();
    assertThat(counts)
        .extracting(c -> c.getType() + " " + c.getAuthorStanding() + " " + c.getFeedback())
        .containsExactly(
            "CRITICISM AUTHOR_STANDING_UNSPECIFIED 1",
            "ANALYSIS AUTHOR_STANDING_UNSPECIFIED 0",
            "SUGGESTION AUTHOR_STANDING_UNSPECIFIED 0");
    for (var filter : List.of("author_standing = CURRENT_CUSTOMER", "profile = \"profiles/an\"")) {
      assertThatThrownBy(() -> stub(UNIT).listFeedback(page(filter, "")))
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.INVALID_ARGUMENT));
      assertThat(stub(AUDITOR).listFeedback(page(filter, "")).getFeedbackCount()).isEqualTo(1);
    }
    var all = ResolveFeedbackAuthorsRequest.getDefaultInstance();
    assertThatThrownBy(() -> stub(UNIT).resolveFeedbackAuthors(all))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.PERMISSION_DENIED));
  }

  @Test
  void resolve_whileProfilesAreAway_changesNothing_andSaysSo() {
    bring("one", Type.CRITICISM, "facebook:an");
    away = true;

    assertThatThrownBy(this::resolve)
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNAVAILABLE));
    assertThat(get("one", DATA).getAuthorStanding()).isEqualTo(AuthorStanding.UNKNOWN_AUTHOR);
  }

  @Test
  void list_filtersSearchesAndPages_andSoDoesResolving() {
    for (int i = 0; i < 5; i++) {
      room.clock.advance(java.time.Duration.ofMinutes(1));
      bring("f-" + i, i % 2 == 0 ? Type.CRITICISM : Type.ANALYSIS, "facebook:an");
    }
    var first = stub(AUDITOR).listFeedback(page("type = CRITICISM", ""));
    var second = stub(AUDITOR).listFeedback(page("type = CRITICISM", first.getNextPageToken()));

    assertThat(first.getFeedbackList())
        .extracting(Feedback::getName)
        .containsExactly("feedback/f-4", "feedback/f-2");
    assertThat(second.getFeedbackList())
        .extracting(Feedback::getName)
        .containsExactly("feedback/f-0");
    assertThat(second.getNextPageToken()).isEmpty();
    assertThat(stub(AUDITOR).listFeedback(page("nap kho mo", "")).getFeedbackCount()).isEqualTo(2);
    assertThatThrownBy(() -> stub(AUDITOR).listFeedback(page("mood = bad", "")))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.INVALID_ARGUMENT));
    var request = ResolveFeedbackAuthorsRequest.newBuilder().setPageSize(3);
    var looked = stub(DATA).resolveFeedbackAuthors(request.build());
    assertThat(looked.getCurrent()).isEqualTo(3);
    var rest =
        stub(DATA).resolveFeedbackAuthors(request.setPageToken(looked.getNextPageToken()).build());
    assertThat(rest.getCurrent()).isEqualTo(2);
    assertThat(rest.getNextPageToken()).isEmpty();
  }

  @Test
  void batch_takesInWhatIsNew_andAgainChangesNothing() {
    var batch =
        BatchCreateFeedbackRequest.newBuilder()
            .addRequests(request("one", Type.CRITICISM, "facebook:an"))
            .addRequests(request("two", Type.ANALYSIS, ""))
            .addRequests(request("two", Type.CRITICISM, "zalo:binh"));

    var first = stub(UNIT).batchCreateFeedback(batch.build());
    var again = stub(UNIT).batchCreateFeedback(batch.build());

    assertThat(first.getCreated()).isEqualTo(2);
    assertThat(first.getUnchanged()).isEqualTo(1);
    assertThat(again.getCreated()).isZero();
    assertThat(get("two", UNIT).getType()).isEqualTo(Type.ANALYSIS);
    var nameless = batch.addRequests(request("", Type.ANALYSIS, "")).build();
    assertThatThrownBy(() -> stub(UNIT).batchCreateFeedback(nameless))
        .hasMessageContaining("requests[3].feedback_id")
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.INVALID_ARGUMENT));
  }

  @Test
  void get_masksWhoItWas_andWhatReachesThem() {
    bring("one", Type.CRITICISM, "facebook:nguyenvanan");

    var seen = get("one", UNIT);

    assertThat(seen.getAuthor()).isEqualTo("facebook:ng***");
    assertThat(seen.getText()).contains("Nắp khó mở").doesNotContain("0912345678");
    assertThat(get("one", PRIVACY).getAuthor()).isEqualTo("facebook:nguyenvanan");
  }

  @Test
  void erasure_findsTheAuthorByHandleAndByProfile_andLeavesWhatWasSaid() {
    bring("one", Type.CRITICISM, "facebook:an");
    bring("two", Type.ANALYSIS, "zalo:binh");
    resolve();
    bring("three", Type.SUGGESTION, "facebook:an");
    var data = PersonDataServiceGrpc.newBlockingStub(server.as(PRIVACY));
    // Whose handle is on no record any more is found by the profile.
    var an = PersonKeys.newBuilder().addProfiles("profiles/an").addHandles("facebook:an").build();
    var binh = PersonKeys.newBuilder().addProfiles("profiles/binh").build();
    var export = ExportPersonDataRequest.newBuilder().setPerson(an).build();
    assertThat(data.exportPersonData(export).getItemsList())
        .extracting(i -> i.getResource() + " " + i.getKind())
        .containsExactlyInAnyOrder("feedback/one feedback", "feedback/three feedback");

    for (var person : List.of(an, binh)) {
      data.erasePersonData(
          ErasePersonDataRequest.newBuilder().setPerson(person).setReason("asked").build());
    }

    assertThat(data.exportPersonData(export).getItemsList()).isEmpty();
    for (var id : List.of("one", "two", "three")) {
      var left = get(id, PRIVACY);
      assertThat(left.getAuthor() + left.getPlatform() + left.getProfile()).as(id).isEmpty();
      assertThat(left.getAuthorStanding()).isEqualTo(AuthorStanding.UNKNOWN_AUTHOR);
      assertThat(left.getText()).contains("Nắp khó mở");
    }
    resolve();
    assertThat(get("one", PRIVACY).getProfile()).isEmpty();
  }

  @Test
  void erasure_byAHandleAlone_leavesWhatIsSomebodyElsesOnAPlatform() {
    bring("one", Type.CRITICISM, "facebook:an");
    bring("two", Type.CRITICISM, "zalo:an");
    var an = PersonKeys.newBuilder().addHandles("an").addOthersHandles("facebook:an").build();

    PersonDataServiceGrpc.newBlockingStub(server.as(PRIVACY))
        .erasePersonData(
            ErasePersonDataRequest.newBuilder().setPerson(an).setReason("asked").build());

    assertThat(get("one", PRIVACY).getAuthor()).isEqualTo("facebook:an");
    assertThat(get("two", PRIVACY).getAuthor()).isEmpty();
  }

  @Test
  void aMerge_takesResolvedFeedbackAlong_andASplitOnlyThePartedHandles() {
    bring("one", Type.CRITICISM, "facebook:an");
    bring("two", Type.CRITICISM, "zalo:binh");
    resolve();
    var data = PersonDataServiceGrpc.newBlockingStub(server.as(Actor.service("customer-profiles")));
    var move = MovePersonDataRequest.newBuilder();

    data.movePersonData(move.setFrom("profiles/binh").setTo("profiles/an").setJournal(7).build());
    assertThat(get("two", DATA).getProfile()).isEqualTo("profiles/an");

    data.movePersonData(
        move.setFrom("profiles/an")
            .setTo("profiles/binh")
            .setJournal(8)
            .setOnly(PersonKeys.newBuilder().addHandles("zalo:binh"))
            .build());
    assertThat(get("two", DATA).getProfile()).isEqualTo("profiles/binh");
    assertThat(get("one", DATA).getProfile()).isEqualTo("profiles/an");
  }

  private Feedback bring(String id, Type type, String author) {
    return stub(UNIT).createFeedback(request(id, type, author));
  }

  private CreateFeedbackRequest request(String id, Type type, String author) {
    var feedback =
        Feedback.newBuilder()
            .setType(type)
            .setText(
                type == Type.ANALYSIS ? "Nắp khó mở vì quá chặt" : "Nắp khó mở, gọi 0912345678")
            .setAuthor(author)
            .setProductLine("productLines/sua")
            .setTime(Timestamps.fromMillis(room.clock.instant().toEpochMilli()));
    return CreateFeedbackRequest.newBuilder().setFeedbackId(id).setFeedback(feedback).build();
  }

  private void resolve() {
    stub(DATA).resolveFeedbackAuthors(ResolveFeedbackAuthorsRequest.getDefaultInstance());
  }

  private static ListFeedbackRequest page(String filter, String token) {
    return ListFeedbackRequest.newBuilder()
        .setPageSize(2)
        .setFilter(filter)
        .setPageToken(token)
        .build();
  }

  private long counted(Type type, AuthorStanding standing, String filter) {
    return stub(AUDITOR)
        .summarizeFeedback(SummarizeFeedbackRequest.newBuilder().setFilter(filter).build())
        .getCountsList()
        .stream()
        .filter(c -> c.getType() == type && c.getAuthorStanding() == standing)
        .mapToLong(c -> c.getFeedback())
        .sum();
  }

  private Feedback get(String id, Actor actor) {
    return stub(actor)
        .getFeedback(GetFeedbackRequest.newBuilder().setName("feedback/" + id).build());
  }

  private FeedbackServiceBlockingStub stub(Actor actor) {
    return FeedbackServiceGrpc.newBlockingStub(server.as(actor));
  }

  private static Code code(Throwable thrown) {
    return ((StatusRuntimeException) thrown).getStatus().getCode();
  }
}
