package org.masterplan.registry.community;

import static org.masterplan.registry.community.CommunityFixture.DAIRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.query.Filter;
import org.masterplan.platform.intake.Importer;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.ImporterContract;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.Uploading;
import org.masterplan.registry.community.app.Adoption;
import org.masterplan.registry.community.app.CommunityFields;
import org.masterplan.registry.community.app.Registry;
import org.masterplan.registry.community.app.TellingDecisions;
import org.masterplan.registry.community.grpc.CommunityGrpcService;
import org.masterplan.registry.community.grpc.CommunityUploads;
import org.masterplan.registry.resource.app.Lists;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.ImportCommunitiesRequest;

class CommunityImporterTest extends ImporterContract {
  @TempDir Path folder;
  final InMemoryCommunities communities = new InMemoryCommunities();
  final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  final Rejects rejects = new Rejects(MongoTestServer.database("community_intake"), clock);
  CommunityUploads uploads;
  GrpcTest server;

  @BeforeEach
  void serve() {
    uploads =
        new CommunityUploads(
            new Adoption(communities, new Everything(), clock, ZoneOffset.UTC),
            new Spool(folder, LIMITS),
            new Uploads(LIMITS),
            rejects);
    var registry =
        new Registry(communities, new Everything(), new TellingDecisions(_ -> {}), clock);
    server = GrpcTest.serving(new CommunityGrpcService(registry, uploads));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  protected Sheet sheet() {
    return new Sheet(
        List.of("id", "title", "link", "platform", "unit"),
        List.of("title", "platform", "unit"),
        "id",
        "",
        n -> List.of("nhom-" + n, "Nhóm " + n, "https://g.example/" + n, "facebook", "dairy"));
  }

  @Override
  protected ImportResult upload(byte[] body, String contentType) throws Exception {
    var stub = CommunityServiceGrpc.newStub(server.as(DAIRY));
    var header = ImportCommunitiesRequest.Header.newBuilder().setContentType(contentType);
    return Uploading.<ImportCommunitiesRequest, ImportResult>send(
        stub::importCommunities,
        ImportCommunitiesRequest.newBuilder().setHeader(header).build(),
        chunk -> ImportCommunitiesRequest.newBuilder().setChunk(chunk).build(),
        body);
  }

  @Override
  protected List<String> stored() {
    var all = new ArrayList<String>();
    Lists.each(
        communities,
        new Filter.All(),
        CommunityFields.NEWEST_FIRST,
        c -> all.add(c.revision() + " " + c.value()));
    return all.stream().sorted().toList();
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
    return List.of("nhom-9", "Nhóm 9", "https://g.example/9", "facebook", "snacks");
  }

  @Override
  protected Actor later() {
    return CommunityFixture.CMO;
  }
}
