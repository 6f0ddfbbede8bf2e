package org.masterplan.registry.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.registry.community.CommunityFixture.CMO;
import static org.masterplan.registry.community.CommunityFixture.DAIRY;
import static org.masterplan.registry.community.CommunityFixture.ENTRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;
import static org.masterplan.registry.member.MemberFixture.COMMUNITY;

import com.google.protobuf.ByteString;
import com.mongodb.client.MongoDatabase;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.common.v1.FileChunk;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.person.v1.ErasePersonDataRequest;
import org.masterplan.person.v1.ExportPersonDataRequest;
import org.masterplan.person.v1.MovePersonDataRequest;
import org.masterplan.person.v1.PersonDataServiceGrpc;
import org.masterplan.person.v1.PersonKeys;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.person.KeptRows;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.registry.community.CommunityFixture;
import org.masterplan.registry.community.InMemoryCommunities;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.member.app.MemberFigures;
import org.masterplan.registry.member.app.MemberHoldings;
import org.masterplan.registry.member.app.MemberImport;
import org.masterplan.registry.member.app.Sight;
import org.masterplan.registry.member.grpc.MemberGrpcService;
import org.masterplan.registry.member.grpc.MemberPersonDataGrpcService;
import org.masterplan.registry.member.grpc.MemberUploads;
import org.masterplan.registry.member.mongo.MongoErased;
import org.masterplan.registry.member.mongo.MongoMembers;
import org.masterplan.registry.member.mongo.MongoSeats;
import org.masterplan.registry.v1.CountMembersRequest;
import org.masterplan.registry.v1.ImportMembersRequest;
import org.masterplan.registry.v1.ImportMembersResponse;
import org.masterplan.registry.v1.ListMembersRequest;
import org.masterplan.registry.v1.ListMembershipsRequest;
import org.masterplan.registry.v1.Member;
import org.masterplan.registry.v1.MemberServiceGrpc;
import org.masterplan.registry.v1.StreamMembersRequest;

/** Members as callers see them, over gRPC and a real store. */
class MemberServiceTest {
  private static final String LIST =
      """
      Tài khoản,email,SĐT,record,Ngày tham gia,left
      lan,Lan@Example.vn,0912345678,,01/03/2025,
      minh,,,sources/crm/records/7,2025-03-02,
      ,sai,,,,
      hoa,,,,2025-03-03,2025-04-01
      """;
  private static final Actor DATA = new Actor("data", Set.of(Role.DATA_TEAM), Set.of(), "");
  private static final Actor DATA_WITH_PURPOSE =
      new Actor("data", Set.of(Role.DATA_TEAM), Set.of(), "complaint 17");
  private static final Actor SERVICE = Actor.service("customer-profiles");

  @TempDir Path folder;
  InMemoryPeople people = new InMemoryPeople();
  List<String> acts = new ArrayList<>();
  MongoDatabase database = MongoTestServer.database("members");
  GrpcTest server;

  @BeforeEach
  void serve() {
    CollectionIndexes.create(database, List.of(MongoMembers.indexes(), Rejects.indexes()));
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var communities = new InMemoryCommunities();
    communities.add(
        COMMUNITY,
        Community.register(CommunityFixture.name("me-bim"), CommunityFixture.draft(), NOW),
        ENTRY);
    var members = new MongoMembers(database);
    var seats = new MongoSeats(database);
    var stores =
        new MemberImport.Stores(
            communities, members, seats, people, new MongoErased(database, new byte[32]));
    var imports =
        new MemberImport(stores, (r, e) -> acts.add(e.act()), clock, ZoneId.of("Asia/Ho_Chi_Minh"));
    var limits = Limits.usual();
    var rejects = new Rejects(database, clock);
    var uploads =
        new MemberUploads(imports, new Uploads(limits), new Spool(folder, limits), rejects);
    var notes = new AuditNotes(database, () -> UUID.randomUUID().toString());
    server =
        GrpcTest.serving(
            new MemberGrpcService(
                members,
                new MemberFigures(communities, members),
                new Sight((r, e) -> acts.add(e.act()), clock),
                uploads),
            new MemberPersonDataGrpcService(
                new MemberHoldings(stores, (r, e) -> acts.add(e.act()), clock),
                new KeptRows(rejects),
                new CallNotes(notes, clock)));
    people.byHandle.put("lan", "profiles/1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void import_takesGoodRows_andTellsBadOnes() throws Exception {
    var answer = upload(server.as(DAIRY, Caller.VIETNAMESE), COMMUNITY, LIST);

    assertThat(answer.getImported()).isEqualTo(3);
    assertThat(answer.getKnown()).isEqualTo(1);
    assertThat(answer.getUnknown()).isEqualTo(2);
    assertThat(answer.getWaiting()).isZero();
    var rejected = answer.getResult().getRejected(0);
    assertThat(rejected.getLine()).isEqualTo(4);
    assertThat(rejected.getField()).isEqualTo("email");
    assertThat(rejected.getReason()).contains("cần một địa chỉ").doesNotContain("sai");

    var again = upload(server.as(DAIRY), COMMUNITY, LIST);
    assertThat(again.getImported()).isZero();
    assertThat(again.getResult().getUnchanged()).isEqualTo(3);
  }

  @Test
  void import_ofALongList_takesItWhole_once() throws Exception {
    int rows = Integer.getInteger("masterplan.members", 2500);
    var list = new StringBuilder("handle,email,joined\n");
    for (int i = 0; i < rows; i++) {
      list.append("member-").append(i).append(",m").append(i).append("@example.vn,2025-03-01\n");
    }

    assertThat(upload(server.as(CMO), COMMUNITY, list.toString()).getImported()).isEqualTo(rows);
    var again = upload(server.as(CMO), COMMUNITY, list.toString());
    assertThat(again.getResult().getUnchanged()).isEqualTo(rows);
  }

  @Test
  void import_ofAnUnknownCommunity_isNotFound() {
    assertThat(code(() -> upload(server.as(CMO), "communities/none", LIST)))
        .isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void list_masksPersonalValues_unlessRoleAndPurposeAllow() throws Exception {
    upload(server.as(CMO), COMMUNITY, LIST);

    var masked = lan(server.as(DATA));
    assertThat(masked.getHandle()).isEqualTo("l***");
    assertThat(masked.getEmail()).isEqualTo("l***@example.vn");
    assertThat(masked.getPhone()).isEqualTo("***78");
    assertThat(masked.getProfile()).isEqualTo("profiles/1");
    assertThat(acts).doesNotContain("VALUES_SHOWN");

    var open = lan(server.as(DATA_WITH_PURPOSE));
    assertThat(open.getPhone()).isEqualTo("+84912345678");
    assertThat(Instant.ofEpochSecond(open.getJoinTime().getSeconds()))
        .isEqualTo(Instant.parse("2025-02-28T17:00:00Z"));
    assertThat(acts).contains("VALUES_SHOWN");
  }

  @Test
  void list_withoutSight_doesNotFilterByHandle() throws Exception {
    upload(server.as(CMO), COMMUNITY, LIST);
    var asked = list("handle = \"lan\"");

    assertThat(code(() -> MemberServiceGrpc.newBlockingStub(server.as(DATA)).listMembers(asked)))
        .isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(
            MemberServiceGrpc.newBlockingStub(server.as(DATA_WITH_PURPOSE))
                .listMembers(asked)
                .getMembersCount())
        .isEqualTo(1);
  }

  @Test
  void stream_andCounts_tellWhoTakesPart() throws Exception {
    upload(server.as(CMO), COMMUNITY, LIST);
    var stub = MemberServiceGrpc.newBlockingStub(server.as(SERVICE));

    var chunk =
        stub.streamMembers(StreamMembersRequest.newBuilder().setParent(COMMUNITY).build()).next();
    assertThat(chunk.getProfilesList()).containsExactly("profiles/1");
    assertThat(chunk.getUnknown()).isEqualTo(1);

    var count = stub.countMembers(CountMembersRequest.getDefaultInstance()).getCounts(0);
    assertThat(count.getCommunity()).isEqualTo(COMMUNITY);
    assertThat(count.getDeclared()).isEqualTo(1200);
    assertThat(count.getListed()).isEqualTo(2);
    assertThat(count.getKnown()).isEqualTo(1);
  }

  @Test
  void personData_isExported_moved_andErased() throws Exception {
    upload(server.as(CMO), COMMUNITY, LIST);
    var person = PersonDataServiceGrpc.newBlockingStub(server.as(SERVICE));
    var moved =
        person.movePersonData(
            MovePersonDataRequest.newBuilder()
                .setFrom("profiles/1")
                .setTo("profiles/2")
                .setJournal(5)
                .build());
    assertThat(moved.getMoved()).isEqualTo(1);

    var keys =
        PersonKeys.newBuilder().addProfiles("profiles/2").addRecords("sources/crm/records/7");
    var items =
        person
            .exportPersonData(ExportPersonDataRequest.newBuilder().setPerson(keys).build())
            .getItemsList();
    assertThat(items).hasSize(2).allMatch(i -> i.getKind().equals("membership"));
    assertThat(items.getFirst().getValues().getFieldsOrThrow("email").getStringValue())
        .isEqualTo("lan@example.vn");

    var erase = ErasePersonDataRequest.newBuilder().setPerson(keys).setReason("requests/1").build();
    assertThat(person.erasePersonData(erase).getErased()).isEqualTo(2);
    assertThat(person.erasePersonData(erase).getErased()).isZero();
    var memberships =
        MemberServiceGrpc.newBlockingStub(server.as(SERVICE))
            .listMemberships(ListMembershipsRequest.newBuilder().addProfiles("profiles/2").build());
    assertThat(memberships.getMembershipsCount()).isZero();
  }

  @Test
  void erasedMembers_doNotComeBackWithTheOldList_andNothingOfTheirRowsIsKept() throws Exception {
    upload(server.as(CMO), COMMUNITY, LIST);
    erase(PersonKeys.newBuilder().addProfiles("profiles/1").build());

    var again = upload(server.as(CMO), COMMUNITY, LIST);

    assertThat(again.getImported()).isZero();
    assertThat(again.getResult().getRejectedList())
        .filteredOn(r -> r.getLine() == 2)
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.getReason()).contains("erased on request");
              assertThat(r.getValue()).isEmpty();
            });
    assertThat(dump("rejects")).doesNotContain("lan", "0912345678").contains("sai");
    assertThat(dump("members")).doesNotContain("lan@example.vn");
    assertThat(dump("tombstones")).doesNotContain("lan", "me-bim");
  }

  @Test
  void erasure_reachesRowsThatCouldNotBeTaken() throws Exception {
    var file =
        """
        handle,email,phone,joined
        hong,hong@example.vn,,ngày nào đó
        ,,098 765 4321,ngày nào đó
        hue,hue@example.vn,,ngày nào đó
        """;
    upload(server.as(CMO), COMMUNITY, file);
    var hong =
        PersonKeys.newBuilder().addEmails("hong@example.vn").addPhones("+84987654321").build();
    var export = ExportPersonDataRequest.newBuilder().setPerson(hong).build();
    var person = PersonDataServiceGrpc.newBlockingStub(server.as(SERVICE));
    assertThat(person.exportPersonData(export).getItemsList())
        .extracting(i -> i.getKind())
        .containsExactly("rejected-row", "rejected-row");

    assertThat(erase(hong)).isEqualTo(2);

    assertThat(person.exportPersonData(export).getItemsList()).isEmpty();
    assertThat(dump("rejects")).doesNotContain("hong", "4321").contains("hue");
  }

  private long erase(PersonKeys keys) {
    var request = ErasePersonDataRequest.newBuilder().setPerson(keys).setReason("requests/1");
    return PersonDataServiceGrpc.newBlockingStub(server.as(SERVICE))
        .erasePersonData(request.build())
        .getErased();
  }

  private String dump(String collection) {
    var text = new StringBuilder();
    database.getCollection(collection).find().forEach(d -> text.append(d.toJson()));
    return text.toString();
  }

  @Test
  void everything_withoutAToken_isUnauthenticated() {
    var nobody = MemberServiceGrpc.newBlockingStub(server.anonymous());

    assertThat(code(() -> nobody.listMembers(list("")))).isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(code(() -> upload(server.anonymous(), COMMUNITY, LIST)))
        .isEqualTo(Status.Code.UNAUTHENTICATED);
  }

  private static Member lan(Channel channel) {
    return MemberServiceGrpc.newBlockingStub(channel)
        .listMembers(list("profile = \"profiles/1\""))
        .getMembers(0);
  }

  private static ListMembersRequest list(String filter) {
    return ListMembersRequest.newBuilder().setParent(COMMUNITY).setFilter(filter).build();
  }

  private static ImportMembersResponse upload(Channel channel, String community, String text)
      throws Exception {
    var answer = new CompletableFuture<ImportMembersResponse>();
    var sending = MemberServiceGrpc.newStub(channel).importMembers(new Answer(answer));
    var header = ImportMembersRequest.Header.newBuilder().setParent(community);
    sending.onNext(ImportMembersRequest.newBuilder().setHeader(header).build());
    var bytes = ByteString.copyFrom(text, StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.size(); i += 20) {
      var chunk =
          FileChunk.newBuilder().setData(bytes.substring(i, Math.min(bytes.size(), i + 20)));
      sending.onNext(ImportMembersRequest.newBuilder().setChunk(chunk).build());
    }
    sending.onCompleted();
    return answer.get(120, TimeUnit.SECONDS);
  }

  private static Status.Code code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    var thrown = Assertions.catchThrowable(call);
    var cause = thrown instanceof ExecutionException e ? e.getCause() : thrown;
    return ((StatusRuntimeException) cause).getStatus().getCode();
  }

  private record Answer(CompletableFuture<ImportMembersResponse> answer)
      implements StreamObserver<ImportMembersResponse> {
    @Override
    public void onNext(ImportMembersResponse response) {
      answer.complete(response);
    }

    @Override
    public void onError(Throwable failure) {
      answer.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {}
  }
}
