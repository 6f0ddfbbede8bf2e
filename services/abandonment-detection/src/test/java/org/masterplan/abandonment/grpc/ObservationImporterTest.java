package org.masterplan.abandonment.grpc;

import java.util.List;
import org.masterplan.abandonment.v1.ActivityServiceGrpc;
import org.masterplan.abandonment.v1.ImportObservationsRequest;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.platform.intake.Importer;
import org.masterplan.platform.testkit.Uploading;

class ObservationImporterTest extends ActivityIntake {
  @Override
  protected Sheet sheet() {
    return new Sheet(
        List.of("community", "observed_until"),
        List.of("community", "observed_until"),
        "community",
        "observed_until",
        n -> List.of("group-" + n, "2026-11-0" + n));
  }

  @Override
  protected ImportResult upload(byte[] body, String contentType) throws Exception {
    var stub = ActivityServiceGrpc.newStub(server.as(CMO));
    var header = ImportObservationsRequest.Header.newBuilder().setContentType(contentType);
    return Uploading.<ImportObservationsRequest, ImportResult>send(
        stub::importObservations,
        ImportObservationsRequest.newBuilder().setHeader(header).build(),
        chunk -> ImportObservationsRequest.newBuilder().setChunk(chunk).build(),
        body);
  }

  @Override
  protected List<String> stored() {
    return harbour.observations.all().stream().map(Object::toString).sorted().toList();
  }

  @Override
  protected Importer importer() {
    return new ObservationImporter(harbour.observing);
  }
}
