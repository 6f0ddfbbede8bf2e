package org.masterplan.profiles.dealing.grpc;

import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.ImportResults;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.UploadShape;
import org.masterplan.platform.intake.UploadStream;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.profiles.dealing.app.Relations;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.touch.app.OwnPlaces;
import org.masterplan.profiles.v1.BatchCreateDealingsRequest;
import org.masterplan.profiles.v1.DealingServiceGrpc;
import org.masterplan.profiles.v1.GetProfileRelationsRequest;
import org.masterplan.profiles.v1.ImportDealingsRequest;
import org.masterplan.profiles.v1.ListPotentialCustomersRequest;
import org.masterplan.profiles.v1.ListPotentialCustomersResponse;
import org.masterplan.profiles.v1.ProfileRelations;

/** Speaks {@code masterplan.profiles.v1.DealingService}. Translates; decides nothing. */
public final class DealingGrpcService extends DealingServiceGrpc.DealingServiceImplBase {
  private static final UploadShape<ImportDealingsRequest, ImportDealingsRequest.Header> SHAPE =
      new UploadShape<>(
          ImportDealingsRequest::hasHeader,
          ImportDealingsRequest::getHeader,
          ImportDealingsRequest::getChunk);
  private static final double USUAL_STRENGTH = .3;

  private static final Headers HEADERS =
      Headers.asWritten()
          .required("time", "timestamp", "thoi gian", "ngay")
          .optional("id", "order", "ma don", "ma")
          .optional("source", "nguon", "database")
          .optional("record", "ban ghi", "ma khach hang")
          .optional("phone", "dien thoai", "sdt")
          .optional("email", "thu dien tu")
          .optional("handle", "author", "tai khoan")
          .optional("amount", "so tien", "doanh thu")
          .optional("currency", "tien te")
          .optional("score", "diem", "danh gia")
          .optional("scale", "thang diem")
          .optional("community", "cong dong")
          .optional("kind", "loai")
          .optional("in_reply_to", "inreplyto", "tra loi cho");

  private final Relations relations;
  private final DealingImporter importer;
  private final Readers readers;
  private final Intake intake;

  /** Whom a caller may meet, what of them they may see, and of which communities. */
  public record Readers(Desk desk, Sight sight, OwnPlaces places) {}

  /** Where uploads go and come from, and where rows that cannot be taken are kept. */
  public record Intake(Spool spool, Uploads uploads, Rejects rejects) {}

  public DealingGrpcService(
      Relations relations, DealingImporter importer, Readers readers, Intake intake) {
    this.relations = relations;
    this.importer = importer;
    this.readers = readers;
    this.intake = intake;
  }

  @Override
  public StreamObserver<ImportDealingsRequest> importDealings(StreamObserver<ImportResult> reply) {
    return UploadStream.receive(reply, intake.spool(), SHAPE, this::take);
  }

  private ImportResult take(ImportDealingsRequest.Header header, Spool.Spooled body) {
    try (var rows = intake.uploads().open(body.file(), header.getContentType(), HEADERS)) {
      var what = importer.remembered(body.importId(), rows.columns());
      try (var kept = intake.rejects().record(what, importer.importing()::erased)) {
        var tally = new ImportTally(what.id(), kept);
        importer.take(rows, what, tally);
        return ImportResults.of(tally.outcome(), Caller.language(), importer.personal());
      }
    } finally {
      intake.spool().delete(body);
    }
  }

  @Override
  public void batchCreateDealings(
      BatchCreateDealingsRequest request, StreamObserver<ImportResult> reply) {
    var columns = new TreeSet<String>();
    var rows = new ArrayList<Row>();
    long line = 1;
    for (var row : request.getRowsList()) {
      columns.addAll(row.getCellsMap().keySet());
      var cells = new java.util.LinkedHashMap<>(row.getCellsMap());
      cells.values().removeIf(String::isBlank);
      rows.add(new Row.Good(line++, cells));
    }
    var tally = new ImportTally("", _ -> {});
    var importing = importer.importing();
    importing.run(Rows.of(List.copyOf(columns), rows.iterator()), importing.now(), tally);
    send(reply, ImportResults.of(tally.outcome(), Caller.language(), importer.personal()));
  }

  @Override
  public void getProfileRelations(
      GetProfileRelationsRequest request, StreamObserver<ProfileRelations> reply) {
    var reader = Caller.current();
    var profile = readers.desk().get(request.getName(), reader);
    var sheet = relations.of(profile, readers.desk().view(reader));
    boolean masked = readers.sight().look(reader, List.of(profile.name()));
    send(reply, DealingProtos.relations(sheet, relations.rule(), masked));
  }

  @Override
  public void listPotentialCustomers(
      ListPotentialCustomersRequest request, StreamObserver<ListPotentialCustomersResponse> reply) {
    var community = ResourceName.parse("community", "communities", request.getCommunity());
    double strength = request.hasStrength() ? request.getStrength() : USUAL_STRENGTH;
    var view = readers.desk().view(Caller.current());
    readers.places().refuseOthers(List.of(community.toString()), view);
    var potentials = relations.potentials(community.toString(), strength, view);
    send(reply, DealingProtos.potentials(potentials));
  }

  private static <T> void send(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }
}
