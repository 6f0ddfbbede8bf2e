package org.masterplan.abandonment.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.abandonment.app.Harbour;
import org.masterplan.abandonment.v1.ActivityServiceGrpc;
import org.masterplan.abandonment.v1.ImportActivitiesRequest;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.intake.Importer;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Replays;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.ImporterContract;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.Uploading;

/** The importers of activity and observations, as they are deployed but for their stores. */
abstract class ActivityIntake extends ImporterContract {
  static final Actor CMO = new Actor("cmo", Set.of(Role.CMO), Set.of(), "");

  @TempDir Path folder;
  final Harbour harbour = new Harbour();
  final MongoDatabase database = MongoTestServer.database("activity_intake");
  final Rejects rejects = new Rejects(database, harbour.clock);
  GrpcTest server;

  @BeforeEach
  void serve() {
    var notes =
        new CallNotes(new AuditNotes(database, () -> UUID.randomUUID().toString()), harbour.clock);
    var intake =
        new ActivityGrpcService.Intake(
            new Spool(folder, LIMITS), new Uploads(LIMITS), rejects, notes);
    server =
        GrpcTest.serving(
            new ActivityGrpcService(
                new ActivityImporter(harbour.importing),
                new ObservationImporter(harbour.observing),
                intake));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  protected Rejects rejects() {
    return rejects;
  }

  @Override
  protected ImportResult upload(byte[] body, String contentType) throws Exception {
    var stub = ActivityServiceGrpc.newStub(server.as(CMO));
    var header = ImportActivitiesRequest.Header.newBuilder().setContentType(contentType);
    return Uploading.<ImportActivitiesRequest, ImportResult>send(
        stub::importActivities,
        ImportActivitiesRequest.newBuilder().setHeader(header).build(),
        chunk -> ImportActivitiesRequest.newBuilder().setChunk(chunk).build(),
        body);
  }

  @Override
  protected Importer importer() {
    return new ActivityImporter(harbour.importing);
  }

  @Override
  protected List<String> early() {
    var cells = new ArrayList<>(sheet().row().apply(1));
    cells.set(sheet().columns().indexOf(sheet().date()), "2026-12-20");
    return cells;
  }

  @Override
  protected Actor later() {
    harbour.clock.advance(Duration.ofDays(40));
    return CMO;
  }

  @Test
  void rowsOfAnUnknownCommunity_areReplayedOnceItIsRegistered() throws Exception {
    var community = sheet().row().apply(1).getFirst();
    harbour.strangers.add(community);
    var file =
        String.join(",", sheet().columns()) + "\n" + String.join(",", sheet().row().apply(1));
    var first = upload(file.getBytes(StandardCharsets.UTF_8), "text/csv");
    assertThat(first.getImported()).isZero();
    assertThat(first.getRejectedTotal()).isEqualTo(1);
    assertThat(first.getRejected(0).getReason()).contains(community, "plan");
    assertThat(stored()).isEmpty();

    harbour.strangers.clear();
    var replays = new Replays(rejects, List.of(importer()), () -> UUID.randomUUID().toString());
    var again = replays.replay("imports/" + first.getImportId(), CMO, Locale.ENGLISH);

    assertThat(again.getImported()).isEqualTo(1);
    assertThat(again.getRejectedTotal()).isZero();
    assertThat(stored()).hasSize(1);
  }
}
