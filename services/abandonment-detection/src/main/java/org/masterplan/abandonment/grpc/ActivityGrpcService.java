package org.masterplan.abandonment.grpc;

import io.grpc.stub.StreamObserver;
import java.util.Map;
import org.masterplan.abandonment.v1.ActivityServiceGrpc;
import org.masterplan.abandonment.v1.ImportActivitiesRequest;
import org.masterplan.abandonment.v1.ImportObservationsRequest;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.ImportResults;
import org.masterplan.platform.intake.Imported;
import org.masterplan.platform.intake.Importer;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.UploadShape;
import org.masterplan.platform.intake.UploadStream;
import org.masterplan.platform.intake.Uploads;

/** Speaks {@code masterplan.abandonment.v1.ActivityService}. Translates; decides nothing. */
public final class ActivityGrpcService extends ActivityServiceGrpc.ActivityServiceImplBase {
  private static final UploadShape<ImportActivitiesRequest, ImportActivitiesRequest.Header>
      ACTIVITIES =
          new UploadShape<>(
              ImportActivitiesRequest::hasHeader,
              ImportActivitiesRequest::getHeader,
              ImportActivitiesRequest::getChunk);
  private static final UploadShape<ImportObservationsRequest, ImportObservationsRequest.Header>
      OBSERVATIONS =
          new UploadShape<>(
              ImportObservationsRequest::hasHeader,
              ImportObservationsRequest::getHeader,
              ImportObservationsRequest::getChunk);

  private final ActivityImporter activities;
  private final ObservationImporter observations;
  private final Intake intake;

  /** Where uploads go and come from. */
  public record Intake(Spool spool, Uploads uploads, Rejects rejects, CallNotes notes) {}

  public ActivityGrpcService(
      ActivityImporter activities, ObservationImporter observations, Intake intake) {
    this.activities = activities;
    this.observations = observations;
    this.intake = intake;
  }

  @Override
  public StreamObserver<ImportActivitiesRequest> importActivities(
      StreamObserver<ImportResult> reply) {
    return UploadStream.receive(reply, intake.spool(), ACTIVITIES, this::take);
  }

  @Override
  public StreamObserver<ImportObservationsRequest> importObservations(
      StreamObserver<ImportResult> reply) {
    return UploadStream.receive(reply, intake.spool(), OBSERVATIONS, this::take);
  }

  private ImportResult take(ImportActivitiesRequest.Header header, Spool.Spooled body) {
    var until = header.hasObservedUntil() ? Wire.instant(header.getObservedUntil()) : null;
    var headers = activityHeaders(header.getColumnsMap());
    try (var rows = intake.uploads().open(body.file(), header.getContentType(), headers)) {
      var what = activities.remembered(body.importId(), rows.columns(), until);
      return noted("ACTIVITIES_IMPORTED", what, take(rows, what, activities));
    } finally {
      // The body holds authors' own names, so it does not outlive its import.
      intake.spool().delete(body);
    }
  }

  private ImportResult take(ImportObservationsRequest.Header header, Spool.Spooled body) {
    var headers = observationHeaders(header.getColumnsMap());
    try (var rows = intake.uploads().open(body.file(), header.getContentType(), headers)) {
      var id = observations.kind() + "-" + body.importId();
      var what = Imported.of(id, rows.columns());
      return noted("OBSERVATIONS_IMPORTED", what, take(rows, what, observations));
    } finally {
      intake.spool().delete(body);
    }
  }

  private ImportResult noted(String act, Imported what, ImportResult result) {
    intake.notes().did(act, what.name(), "");
    return result;
  }

  private ImportResult take(Rows rows, Imported what, Importer importer) {
    try (var rejects = intake.rejects().record(what)) {
      var tally = new ImportTally(what.id(), rejects);
      importer.take(rows, what, tally);
      return ImportResults.of(tally.outcome(), Caller.language(), importer.personal());
    }
  }

  private static Headers activityHeaders(Map<String, String> columns) {
    return Headers.asWritten()
        .required("community", words(columns, "community", "cộng đồng", "mã cộng đồng"))
        .required("kind", words(columns, "kind", "loại", "hoạt động"))
        .optional("timestamp", words(columns, "timestamp", "time", "thời gian", "thời điểm"))
        .optional("author", words(columns, "author", "author_hash", "tác giả", "người viết"))
        .optional("date", words(columns, "date", "ngày"))
        .optional("count", words(columns, "count", "số lượng", "số lượt"))
        .optional("people", words(columns, "people", "số người"))
        .optional("inReplyTo", words(columns, "inReplyTo", "trả lời"))
        .optional("event", words(columns, "event", "mã"))
        .optional("bot", words(columns, "bot", "tự động"));
  }

  private static Headers observationHeaders(Map<String, String> columns) {
    return Headers.asWritten()
        .required("community", words(columns, "community", "cộng đồng", "mã cộng đồng"))
        .required("observed_until", words(columns, "observed_until", "quan sát đến"))
        .optional("how", words(columns, "how", "cách quan sát"));
  }

  /** The caller's own name for the column, if there is one, else the known words. */
  private static String[] words(Map<String, String> columns, String field, String... known) {
    var given = columns.get(field);
    return given == null ? known : new String[] {given};
  }
}
