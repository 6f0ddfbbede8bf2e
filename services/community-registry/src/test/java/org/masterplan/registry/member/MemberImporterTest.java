package org.masterplan.registry.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.registry.community.CommunityFixture.CMO;
import static org.masterplan.registry.community.CommunityFixture.ENTRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;
import static org.masterplan.registry.member.MemberFixture.COMMUNITY;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.platform.intake.Importer;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Replays;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.ImporterContract;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.platform.testkit.Uploading;
import org.masterplan.registry.community.CommunityFixture;
import org.masterplan.registry.community.InMemoryCommunities;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.member.app.MemberFields;
import org.masterplan.registry.member.app.MemberFigures;
import org.masterplan.registry.member.app.MemberImport;
import org.masterplan.registry.member.app.Sight;
import org.masterplan.registry.member.grpc.MemberGrpcService;
import org.masterplan.registry.member.grpc.MemberUploads;
import org.masterplan.registry.v1.ImportMembersRequest;
import org.masterplan.registry.v1.ImportMembersResponse;
import org.masterplan.registry.v1.MemberServiceGrpc;

class MemberImporterTest extends ImporterContract {
  @TempDir Path folder;
  final InMemoryMembers members = new InMemoryMembers();
  final TestClock clock = TestClock.at(NOW);
  MemberUploads uploads;
  final Rejects rejects = new Rejects(MongoTestServer.database("member_intake"), clock);
  GrpcTest server;

  @BeforeEach
  void serve() {
    var communities = new InMemoryCommunities();
    var name = CommunityFixture.name("me-bim");
    communities.add(COMMUNITY, Community.register(name, CommunityFixture.draft(), NOW), ENTRY);
    var stores =
        new MemberImport.Stores(
            communities, members, new InMemorySeats(), new InMemoryPeople(), new InMemoryErased());
    var imports = new MemberImport(stores, (r, e) -> {}, clock, ZoneId.of("Asia/Ho_Chi_Minh"));
    uploads = new MemberUploads(imports, new Uploads(LIMITS), new Spool(folder, LIMITS), rejects);
    server =
        GrpcTest.serving(
            new MemberGrpcService(
                members,
                new MemberFigures(communities, members),
                new Sight((r, e) -> {}, clock),
                uploads));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void fileThatNamesNobody_isRefused() {
    var file = "joined,left\n2026-11-01,\n".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> upload(file, "text/csv")).hasMessageContaining("handle, email");
  }

  @Test
  void rejects_areNotShownToAnotherUnit_andRecordsAreMasked() throws Exception {
    // The record is at fault, so that it is what would be shown.
    var file = "record,joined\ncrm-1042,2026-11-01\n".getBytes(StandardCharsets.UTF_8);
    var name = "imports/" + upload(file, "text/csv").getImportId();
    var replays = new Replays(rejects, List.of(uploads), () -> "again");
    var all = Query.first(MemberFields.NEWEST_FIRST, 10);

    var shown = replays.list(name, all, unit("dairy"), Locale.ENGLISH);

    assertThat(rejects.list(name.substring("imports/".length()), 0, 9))
        .singleElement()
        .satisfies(row -> assertThat(row.value()).isEqualTo("crm-1042"));
    assertThat(shown.items())
        .singleElement()
        .satisfies(row -> assertThat(row.getField()).isEqualTo("record"))
        .satisfies(row -> assertThat(row.getValue()).isEqualTo("cr***"))
        .asString()
        .doesNotContain("1042");
    assertThatThrownBy(() -> replays.list(name, all, unit("coffee"), Locale.ENGLISH))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> replays.replay(name, unit("coffee"), Locale.ENGLISH))
        .isInstanceOf(NotAllowed.class);
  }

  private static Actor unit(String unit) {
    return new Actor("lan", Set.of(Role.BUSINESS_UNIT), Set.of(unit), "");
  }

  @Override
  protected Sheet sheet() {
    return new Sheet(
        List.of("handle", "email", "joined"),
        List.of(),
        "handle",
        "joined",
        n -> List.of("mẹ" + n, "me" + n + "@example.vn", "2026-11-0" + n));
  }

  @Override
  protected ImportResult upload(byte[] body, String contentType) throws Exception {
    var stub = MemberServiceGrpc.newStub(server.as(CMO));
    var header =
        ImportMembersRequest.Header.newBuilder().setParent(COMMUNITY).setContentType(contentType);
    return Uploading.<ImportMembersRequest, ImportMembersResponse>send(
            stub::importMembers,
            ImportMembersRequest.newBuilder().setHeader(header).build(),
            chunk -> ImportMembersRequest.newBuilder().setChunk(chunk).build(),
            body)
        .getResult();
  }

  @Override
  protected List<String> stored() {
    return members.joined(COMMUNITY, "", 100).stream().map(Object::toString).sorted().toList();
  }

  @Override
  protected Rejects rejects() {
    return rejects;
  }

  @Override
  protected Importer importer() {
    return uploads;
  }

  @Override
  protected List<String> early() {
    return List.of("sớm", "som@example.vn", "2026-12-20");
  }

  @Override
  protected Actor later() {
    clock.advance(Duration.ofDays(40));
    return CMO;
  }
}
