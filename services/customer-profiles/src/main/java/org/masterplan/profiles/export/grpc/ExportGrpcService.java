package org.masterplan.profiles.export.grpc;

import com.google.api.HttpBody;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.profiles.export.app.ExportFields;
import org.masterplan.profiles.export.app.Exporting;
import org.masterplan.profiles.export.app.Recall;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.RowColumns;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.grpc.PatientStream;
import org.masterplan.profiles.v1.ExportProfilesRequest;
import org.masterplan.profiles.v1.ExportServiceGrpc;
import org.masterplan.profiles.v1.GetProfileExportRequest;
import org.masterplan.profiles.v1.ListProfileExportsRequest;
import org.masterplan.profiles.v1.ListProfileExportsResponse;
import org.masterplan.profiles.v1.ProfileExport;

/** Speaks {@code masterplan.profiles.v1.ExportService}. Translates; decides nothing. */
public final class ExportGrpcService extends ExportServiceGrpc.ExportServiceImplBase {
  private static final Listing LISTING =
      Listing.of(
          "ListProfileExports", List.of(), List.of(ExportFields.CREATE_TIME), ExportFields.DEFAULT);

  /** On each instance. */
  private static final int MOST_AT_ONCE = 8;

  private final Places places = new Places(MOST_AT_ONCE);
  private final Exporting exporting;
  private final Recall recall;

  public ExportGrpcService(Exporting exporting, Recall recall) {
    this.exporting = exporting;
    this.recall = recall;
  }

  @Override
  public void exportProfiles(ExportProfilesRequest request, StreamObserver<HttpBody> reply) {
    var wanted = ExportProtos.wanted(request);
    var patient = new PatientStream<>(reply);
    var pieces = new Pieces(RowFile.type(wanted.format()), patient::send);
    try (var _ = places.take()) {
      var file = RowFile.open(wanted.format(), RowColumns.of(wanted.fields()), pieces);
      exporting.run(wanted, Caller.current(), new Receiver(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reply.onCompleted();
  }

  /** Who gets a file; of a call that is refused no part of it, not even its end. */
  private record Receiver(RowFile file) implements Exporting.Sink {
    @Override
    public void take(ExportRow row) {
      try {
        file.row(row);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void end() {
      try {
        file.end();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void getProfileExport(
      GetProfileExportRequest request, StreamObserver<ProfileExport> reply) {
    reply.onNext(ExportProtos.message(recall.get(request.getName())));
    reply.onCompleted();
  }

  @Override
  public void listProfileExports(
      ListProfileExportsRequest request, StreamObserver<ListProfileExportsResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(), request.getPageToken(), "", "", request.getProfile());
    var query = Paging.query(asked, LISTING);
    var page =
        request.getProfile().isEmpty()
            ? recall.list(query)
            : recall.of(profile(request.getProfile()), query);
    var answer =
        ListProfileExportsResponse.newBuilder()
            .setNextPageToken(Paging.token(asked, LISTING, page));
    page.items().forEach(export -> answer.addExports(ExportProtos.message(export)));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  /** Refuses what can be no profile's name; one of nobody has no exports. */
  private static String profile(String name) {
    return ProfileId.name(ProfileId.parse("profile", name));
  }
}
