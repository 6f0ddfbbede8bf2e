package org.masterplan.listening.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
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
import org.masterplan.listening.v1.Incident;
import org.masterplan.listening.v1.IncidentServiceGrpc;
import org.masterplan.listening.v1.ListComplaintCasesRequest;
import org.masterplan.listening.v1.ListIncidentsRequest;
import org.masterplan.listening.v1.ListMentionsRequest;
import org.masterplan.listening.v1.MentionServiceGrpc;
import org.masterplan.listening.v1.Thread;
import org.masterplan.listening.v1.ThreadServiceGrpc;
import org.masterplan.listening.v1.VoteIdeaRequest;
import org.masterplan.platform.testkit.GrpcTest;

/** The service as callers meet it, through the same interceptors as the real server. */
class ServiceTest {
  static final Actor CMO = new Actor("cmo", Set.of(Role.CMO), Set.of(), "");

  ListeningRoom room = new ListeningRoom();
  GrpcTest server;

  @BeforeEach
  void start() {
    server =
        GrpcTest.serving(
            new MentionGrpcService(
                new Desk<>("mentions", room.mentions, room.clock),
                new Desk<>("complaintCases", room.cases, room.clock),
                room.clock),
            new IdeaGrpcService(room.ideaDesk, room.ideas, room.clock),
            new IncidentGrpcService(
                new Desk<>("incidents", new InMemoryResources<>(Listed.INCIDENTS), room.clock),
                room.clock),
            new ThreadGrpcService(new Desk<>("threads", room.threads, room.clock), room.clock),
            new PersonDataGrpcService(room.people));
    room.load("m1|nguyenvanan|Hộp bị vỡ, gọi 0912345678", "m2|binh|Sữa ngon lắm");
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
}
