package org.masterplan.listening.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.mongodb.client.MongoDatabase;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.common.v1.FileChunk;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.intake.Row;
import org.masterplan.listening.app.Desk;
import org.masterplan.listening.app.InMemoryResources;
import org.masterplan.listening.app.Listed;
import org.masterplan.listening.app.ListeningRoom;
import org.masterplan.listening.v1.CloseComplaintCaseRequest;
import org.masterplan.listening.v1.ComplaintCase;
import org.masterplan.listening.v1.CreateIdeaRequest;
import org.masterplan.listening.v1.CreateIncidentRequest;
import org.masterplan.listening.v1.CreateThreadRequest;
import org.masterplan.listening.v1.GetMentionRequest;
import org.masterplan.listening.v1.Idea;
import org.masterplan.listening.v1.IdeaServiceGrpc;
import org.masterplan.listening.v1.ImportMentionsRequest;
import org.masterplan.listening.v1.Incident;
import org.masterplan.listening.v1.IncidentServiceGrpc;
import org.masterplan.listening.v1.ListComplaintCasesRequest;
import org.masterplan.listening.v1.ListIncidentChangesRequest;
import org.masterplan.listening.v1.ListIncidentsRequest;
import org.masterplan.listening.v1.ListMentionChangesRequest;
import org.masterplan.listening.v1.ListMentionsRequest;
import org.masterplan.listening.v1.MentionServiceGrpc;
import org.masterplan.listening.v1.Thread;
import org.masterplan.listening.v1.ThreadServiceGrpc;
import org.masterplan.listening.v1.VoteIdeaRequest;
import org.masterplan.person.v1.ErasePersonDataRequest;
import org.masterplan.person.v1.ExportPersonDataRequest;
import org.masterplan.person.v1.PersonDataServiceGrpc;
import org.masterplan.person.v1.PersonKeys;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.intake.Imported;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.person.KeptRows;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;

/** The service as callers meet it, through the same interceptors as the real server. */
class ServiceTest {
  static final Actor CMO = new Actor("cmo", Set.of(Role.CMO), Set.of(), "");
  static final Actor PRIVACY = new Actor("pia", Set.of(Role.PRIVACY_OFFICER), Set.of(), "request");

  @TempDir Path folder;
  ListeningRoom room = new ListeningRoom();
  MongoDatabase database = MongoTestServer.database("listening");
  Rejects rejects = new Rejects(database, room.clock);
  CallNotes notes =
      new CallNotes(new AuditNotes(database, () -> UUID.randomUUID().toString()), room.clock);
  GrpcTest server;

  @BeforeEach
  void start() {
    server =
        GrpcTest.serving(
            new MentionGrpcService(
                new Desk<>("mentions", room.mentions, room.clock),
                new Desk<>("complaintCases", room.cases, room.clock),
                uploads(),
                room.clock),
            new IdeaGrpcService(room.ideaDesk, room.ideas, notes, room.clock),
            new IncidentGrpcService(
                new Desk<>("incidents", new InMemoryResources<>(Listed.INCIDENTS), room.clock),
                room.clock),
            new ThreadGrpcService(new Desk<>("threads", room.threads, room.clock), room.clock),
            new PersonDataGrpcService(room.people, new KeptRows(rejects), notes));
    room.load("m1|nguyenvanan|Hộp bị vỡ, gọi 0912345678", "m2|binh|Sữa ngon lắm");
  }

  MentionUploads uploads() {
    var limits = Limits.usual();
    return new MentionUploads(
        room.importing,
        new MentionUploads.Intake(new Spool(folder, limits), new Uploads(limits), rejects, notes));
  }

  @Test
  void importMentions_takesAFileAndNamesItsBadRows() throws Exception {
    var good = "{'id':'m7','time':'2026-11-20T09:00:00+07:00','platform':'ZALO','text':'Giao sai'}";
    var bad = "{'id':'m8','time':'hôm qua','platform':'ZALO','text':'Giao sai'}";
    var file = (good + "\n" + bad + "\n").replace('\'', '"');
    var answer = new CompletableFuture<ImportResult>();
    var sending = MentionServiceGrpc.newStub(server.as(CMO)).importMentions(new Answered(answer));
    sending.onNext(
        ImportMentionsRequest.newBuilder()
            .setHeader(
                ImportMentionsRequest.Header.newBuilder().setContentType("application/jsonl"))
            .build());
    sending.onNext(
        ImportMentionsRequest.newBuilder()
            .setChunk(FileChunk.newBuilder().setData(ByteString.copyFromUtf8(file)))
            .build());
    sending.onCompleted();

    var result = answer.get(30, TimeUnit.SECONDS);

    assertThat(result.getImported()).isEqualTo(1);
    assertThat(result.getRejected(0).getField()).isEqualTo("time");
    assertThat(room.cases.find("m7")).isPresent();
  }

  @Test
  void erasePersonData_reachesRowsThatCouldNotBeTaken_andIsNoted() {
    try (var recording = rejects.record(Imported.of("i1", List.of()))) {
      recording.accept(row(2, "nguyenvanan", "Sữa ngon"));
      recording.accept(row(3, "binh", "Gọi an@example.vn nhé"));
      recording.accept(row(4, "chi", "Sữa ngon"));
    }
    var an =
        PersonKeys.newBuilder()
            .addProfiles("profiles/1")
            .addHandles("facebook:nguyenvanan")
            .addEmails("an@example.vn")
            .build();
    var stub = PersonDataServiceGrpc.newBlockingStub(server.as(PRIVACY));
    var export = ExportPersonDataRequest.newBuilder().setPerson(an).build();
    assertThat(stub.exportPersonData(export).getItemsList())
        .filteredOn(i -> i.getKind().equals("rejected-row"))
        .hasSize(2);

    stub.erasePersonData(
        ErasePersonDataRequest.newBuilder().setPerson(an).setReason("asked").build());

    assertThat(stub.exportPersonData(export).getItemsList()).isEmpty();
    assertThat(rejects.list("i1", 0, 9)).extracting(Row.Bad::line).containsExactly(4L);
    assertThat(database.getCollection("auditNotes").find().into(new ArrayList<>()))
        .extracting(d -> d.getString("resource"))
        .containsOnly("profiles/1");
  }

  @Test
  void lists_nameAPlatformByWhateverWord_andMeanThePlans() {
    var cells =
        Map.of(
            "id",
            "m5",
            "time",
            "2026-11-20T09:00:00+07:00",
            "platform",
            "Twitter",
            "text",
            "Giao sai");
    room.load(new Row.Good(2, cells));
    var stub = MentionServiceGrpc.newBlockingStub(server.as(CMO));

    for (var filter : List.of("platform = \"twitter\"", "platform = x", "NOT platform = fb")) {
      var asked = ListMentionsRequest.newBuilder().setFilter(filter).build();
      assertThat(stub.listMentions(asked).getMentionsList())
          .as(filter)
          .extracting(m -> m.getName())
          .containsExactly("mentions/m5");
    }
    var cases = ListComplaintCasesRequest.newBuilder().setFilter("platform = twitter").build();
    assertThat(stub.listComplaintCases(cases).getComplaintCasesList()).hasSize(1);
  }

  private static Row.Bad row(long line, String author, String text) {
    return new Row.Bad(
        line, Map.of("author", author, "text", text), "time", "", "REQUIRED", Map.of());
  }

  @Test
  void changeFeeds_areForServices() {
    var mentions = MentionServiceGrpc.newBlockingStub(server.as(Actor.service("governance")));
    var told = mentions.listMentionChanges(ListMentionChangesRequest.getDefaultInstance());
    var rest =
        mentions.listMentionChanges(
            ListMentionChangesRequest.newBuilder().setToken(told.getNextToken()).build());
    var cmo = IncidentServiceGrpc.newBlockingStub(server.as(CMO));

    assertThat(told.getMentionsList())
        .extracting(m -> m.getName())
        .containsExactly("mentions/m1", "mentions/m2");
    assertThat(rest.getMentionsList()).isEmpty();
    assertThatThrownBy(
            () -> cmo.listIncidentChanges(ListIncidentChangesRequest.getDefaultInstance()))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED));
  }

  /** Waits for the one answer of a call. */
  record Answered(CompletableFuture<ImportResult> answer) implements StreamObserver<ImportResult> {
    @Override
    public void onNext(ImportResult result) {
      answer.complete(result);
    }

    @Override
    public void onError(Throwable cause) {
      answer.completeExceptionally(cause);
    }

    @Override
    public void onCompleted() {}
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void getMention_masksWhoItWasAndWhatReachesThem() {
    var stub = MentionServiceGrpc.newBlockingStub(server.as(CMO));

    var mention = stub.getMention(GetMentionRequest.newBuilder().setName("mentions/m1").build());

    assertThat(mention.getComplaint()).isTrue();
    assertThat(mention.getAuthor()).isEqualTo("ng***");
    assertThat(mention.getText()).doesNotContain("0912345678");
    assertThat(mention.getComplaintCase()).isEqualTo("complaintCases/m1");
  }

  @Test
  void listMentions_filtersAndSearches() {
    var stub = MentionServiceGrpc.newBlockingStub(server.as(CMO));

    var complaints =
        stub.listMentions(ListMentionsRequest.newBuilder().setFilter("complaint=true").build());
    var found = stub.listMentions(ListMentionsRequest.newBuilder().setFilter("ngon").build());

    assertThat(complaints.getMentionsList())
        .extracting(m -> m.getName())
        .containsExactly("mentions/m1");
    assertThat(found.getMentionsList()).extracting(m -> m.getName()).containsExactly("mentions/m2");
  }

  @Test
  void closeComplaintCase_closesOnceWithWhatWasDone() {
    var stub = MentionServiceGrpc.newBlockingStub(server.as(CMO));
    var open =
        stub.listComplaintCases(ListComplaintCasesRequest.getDefaultInstance())
            .getComplaintCases(0);
    var close =
        CloseComplaintCaseRequest.newBuilder()
            .setName(open.getName())
            .setEtag(open.getEtag())
            .setReason("Đã đổi hộp mới")
            .build();

    assertThat(stub.closeComplaintCase(close).getState()).isEqualTo(ComplaintCase.State.CLOSED);
    assertThatThrownBy(() -> stub.closeComplaintCase(close))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.ABORTED));
  }

  @Test
  @Tag("cap-76")
  void cap076_voteIdea_countsAPersonOnce() {
    var stub = IdeaServiceGrpc.newBlockingStub(server.as(CMO));
    var idea =
        stub.createIdea(
            CreateIdeaRequest.newBuilder()
                .setIdeaId("hop-nho")
                .setIdea(Idea.newBuilder().setTitle("Hộp nhỏ hơn").setAuthor("facebook:an"))
                .build());
    var vote = VoteIdeaRequest.newBuilder().setName(idea.getName()).setVoter("profiles/1").build();

    stub.voteIdea(vote);

    assertThat(stub.voteIdea(vote).getVotes()).isEqualTo(1);
    assertThat(idea.getAuthor()).isEmpty();
  }

  @Test
  void listIncidents_tellsOtherServicesWhichAreOpenWhere() {
    var stub = IncidentServiceGrpc.newBlockingStub(server.as(CMO));
    stub.createIncident(
        CreateIncidentRequest.newBuilder()
            .setIncident(
                Incident.newBuilder().setTitle("Sữa mốc").addCommunities("communities/me-bim"))
            .build());
    var service = IncidentServiceGrpc.newBlockingStub(server.as(Actor.service("governance")));

    var open =
        service.listIncidents(
            ListIncidentsRequest.newBuilder()
                .setFilter("state=OPEN AND communities:\"communities/me-bim\"")
                .build());

    assertThat(open.getIncidentsList()).hasSize(1);
  }

  @Test
  void createThread_filesAConversation() {
    var stub = ThreadServiceGrpc.newBlockingStub(server.as(CMO));

    var thread =
        stub.createThread(
            CreateThreadRequest.newBuilder()
                .setThread(Thread.newBuilder().setTitle("Hỏi giá"))
                .build());

    assertThat(thread.getState()).isEqualTo(Thread.State.OPEN);
  }

  @Test
  void whatHasNoTitle_orNamesWhatHasNoName_isRefused() {
    var ideas = IdeaServiceGrpc.newBlockingStub(server.as(CMO));
    var threads = ThreadServiceGrpc.newBlockingStub(server.as(CMO));
    var incidents = IncidentServiceGrpc.newBlockingStub(server.as(CMO));
    var idea = Idea.newBuilder().setTitle(" \t");
    var thread = Thread.newBuilder().setTitle("Hỏi giá").setCommunity("me bim");
    var incident = Incident.newBuilder().setTitle("Sữa mốc").addProductLines("sua");

    assertThatThrownBy(() -> ideas.createIdea(CreateIdeaRequest.newBuilder().setIdea(idea).build()))
        .hasMessage("INVALID_ARGUMENT: idea.title is empty (expected: a value).");
    assertThatThrownBy(
            () -> threads.createThread(CreateThreadRequest.newBuilder().setThread(thread).build()))
        .hasMessage(
            "INVALID_ARGUMENT: thread.community is \"me bim\" (expected: communities/{id}).");
    assertThatThrownBy(
            () ->
                incidents.createIncident(
                    CreateIncidentRequest.newBuilder().setIncident(incident).build()))
        .hasMessage(
            "INVALID_ARGUMENT: incident.product_lines is \"sua\""
                + " (expected: productLines/{id}).");
  }
}
