package org.masterplan.listening.grpc;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.query.Query;
import org.masterplan.listening.app.Desk;
import org.masterplan.listening.app.Listed;
import org.masterplan.listening.app.ListeningRoom;
import org.masterplan.listening.v1.ImportMentionsRequest;
import org.masterplan.listening.v1.MentionServiceGrpc;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.intake.Importer;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.ImporterContract;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.Uploading;

class MentionImporterTest extends ImporterContract {
  static final Actor CMO = new Actor("cmo", Set.of(Role.CMO), Set.of(), "");

  @TempDir Path folder;
  final ListeningRoom room = new ListeningRoom();
  final MongoDatabase database = MongoTestServer.database("mention_intake");
  final Rejects rejects = new Rejects(database, room.clock);
  MentionUploads uploads;
  GrpcTest server;

  @BeforeEach
  void serve() {
    var notes =
        new CallNotes(new AuditNotes(database, () -> UUID.randomUUID().toString()), room.clock);
    var intake =
        new MentionUploads.Intake(new Spool(folder, LIMITS), new Uploads(LIMITS), rejects, notes);
    uploads = new MentionUploads(room.importing, intake);
    server =
        GrpcTest.serving(
            new MentionGrpcService(
                new Desk<>("mentions", room.mentions, room.clock),
                new Desk<>("complaintCases", room.cases, room.clock),
                uploads,
                room.clock));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  protected Sheet sheet() {
    return new Sheet(
        List.of("id", "time", "platform", "author", "text"),
        List.of("id", "time", "platform", "text"),
        "id",
        "time",
        n -> List.of("m" + n, "2026-11-0" + n, "facebook", "an" + n, "Sữa số " + n + " ngon"));
  }

  @Override
  protected ImportResult upload(byte[] body, String contentType) throws Exception {
    var stub = MentionServiceGrpc.newStub(server.as(CMO));
    var header = ImportMentionsRequest.Header.newBuilder().setContentType(contentType);
    return Uploading.<ImportMentionsRequest, ImportResult>send(
        stub::importMentions,
        ImportMentionsRequest.newBuilder().setHeader(header).build(),
        chunk -> ImportMentionsRequest.newBuilder().setChunk(chunk).build(),
        body);
  }

  @Override
  protected List<String> stored() {
    var all = room.mentions.list(Query.first(Listed.MENTIONS.order(), 100)).items();
    return all.stream().map(Object::toString).sorted().toList();
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
    return List.of("m9", "2026-12-20", "facebook", "an9", "Sữa số 9 ngon");
  }

  @Override
  protected Actor later() {
    room.clock.advance(Duration.ofDays(40));
    return CMO;
  }
}
