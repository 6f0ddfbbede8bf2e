package org.masterplan.profiles.consent.grpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.ImportResults;
import org.masterplan.platform.intake.Imported;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.UploadShape;
import org.masterplan.platform.intake.UploadStream;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.profiles.consent.app.ConsentFields;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.consent.domain.Consent.State;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.v1.Consent;
import org.masterplan.profiles.v1.ConsentServiceGrpc;
import org.masterplan.profiles.v1.GrantConsentRequest;
import org.masterplan.profiles.v1.ImportConsentsRequest;
import org.masterplan.profiles.v1.ImportDoNotCallRequest;
import org.masterplan.profiles.v1.ListConsentsRequest;
import org.masterplan.profiles.v1.ListConsentsResponse;
import org.masterplan.profiles.v1.RemoveDoNotCallRequest;
import org.masterplan.profiles.v1.RemoveDoNotCallResponse;
import org.masterplan.profiles.v1.WithdrawConsentRequest;

/** Speaks {@code masterplan.profiles.v1.ConsentService}. Translates; decides nothing. */
public final class ConsentGrpcService extends ConsentServiceGrpc.ConsentServiceImplBase {
  private static final UploadShape<ImportConsentsRequest, ImportConsentsRequest.Header> SHAPE =
      new UploadShape<>(
          ImportConsentsRequest::hasHeader,
          ImportConsentsRequest::getHeader,
          ImportConsentsRequest::getChunk);
  private static final UploadShape<ImportDoNotCallRequest, ImportDoNotCallRequest.Header> NUMBERS =
      new UploadShape<>(
          ImportDoNotCallRequest::hasHeader,
          ImportDoNotCallRequest::getHeader,
          ImportDoNotCallRequest::getChunk);
  private static final Headers NUMBER =
      Headers.asWritten()
          .required("phone", "so dien thoai", "dien thoai", "sdt", "so thue bao", "number");
  private static final Listing LISTING =
      Listing.of("ListConsents", List.of(), List.of(), ConsentFields.DEFAULT);

  private static final Headers HEADERS =
      Headers.asWritten()
          .required("source", "nguon", "database")
          .required("record", "ban ghi", "ma")
          .required("purpose", "muc dich")
          .required("channel", "kenh")
          .required("state", "trang thai")
          .optional("time", "thoi gian", "ngay")
          .optional("evidence", "bang chung", "can cu");

  private final ConsentLedger ledger;
  private final Desk desk;
  private final ConsentImporter importer;
  private final DoNotCallImporter doNotCall;
  private final Spool spool;
  private final Uploads uploads;
  private final Rejects rejects;

  /** What people said, and whom a caller may meet. */
  public record Words(ConsentLedger ledger, Desk desk) {}

  /** Where uploads go and come from, and where rows that cannot be taken are kept. */
  public record Intake(Spool spool, Uploads uploads, Rejects rejects) {}

  public ConsentGrpcService(
      Words words, ConsentImporter importer, DoNotCallImporter doNotCall, Intake intake) {
    this.ledger = words.ledger();
    this.desk = words.desk();
    this.importer = importer;
    this.doNotCall = doNotCall;
    this.spool = intake.spool();
    this.uploads = intake.uploads();
    this.rejects = intake.rejects();
  }

  @Override
  public void grantConsent(GrantConsentRequest request, StreamObserver<Consent> reply) {
    Optional<Timestamp> time =
        request.hasTime() ? Optional.of(request.getTime()) : Optional.empty();
    var word =
        new ConsentLedger.Word(
            request.getPurpose(),
            request.getChannel(),
            State.GRANTED,
            time.map(t -> Instant.ofEpochMilli(Timestamps.toMillis(t))),
            request.getEvidence(),
            Caller.current().subject());
    send(reply, ConsentProtos.consent(say(request.getName(), word)));
  }

  @Override
  public void withdrawConsent(WithdrawConsentRequest request, StreamObserver<Consent> reply) {
    var evidence = request.getEvidence().isEmpty() ? request.getReason() : request.getEvidence();
    var word =
        new ConsentLedger.Word(
            orAll(request.getPurpose()),
            orAll(request.getChannel()),
            State.WITHDRAWN,
            Optional.empty(),
            evidence,
            Caller.current().subject());
    send(reply, ConsentProtos.consent(say(request.getName(), word)));
  }

  /** Nobody speaks for people whom they may not meet. */
  private org.masterplan.profiles.consent.domain.Consent say(String name, ConsentLedger.Word word) {
    return ledger.say(desk.get(name, Caller.current()).name(), word);
  }

  @Override
  public void listConsents(
      ListConsentsRequest request, StreamObserver<ListConsentsResponse> reply) {
    var asked =
        new ListRequest(request.getPageSize(), request.getPageToken(), "", "", request.getParent());
    var page = ledger.history(request.getParent(), Paging.query(asked, LISTING));
    send(
        reply,
        ListConsentsResponse.newBuilder()
            .addAllConsents(page.items().stream().map(ConsentProtos::consent).toList())
            .setNextPageToken(Paging.token(asked, LISTING, page))
            .build());
  }

  @Override
  public StreamObserver<ImportConsentsRequest> importConsents(StreamObserver<ImportResult> reply) {
    return UploadStream.receive(reply, spool, SHAPE, this::take);
  }

  private ImportResult take(ImportConsentsRequest.Header header, Spool.Spooled body) {
    var id = importer.kind() + "-" + body.importId();
    try (var rows = uploads.open(body.file(), header.getContentType(), HEADERS)) {
      var what = Imported.of(id, rows.columns());
      try (var kept = rejects.record(what, importer.importing()::erased)) {
        var tally = new ImportTally(id, kept);
        importer.take(rows, what, tally);
        return ImportResults.of(tally.outcome(), Caller.language(), importer.personal());
      }
    } finally {
      spool.delete(body);
    }
  }

  @Override
  public StreamObserver<ImportDoNotCallRequest> importDoNotCall(
      StreamObserver<ImportResult> reply) {
    return UploadStream.receive(reply, spool, NUMBERS, this::takeNumbers);
  }

  private ImportResult takeNumbers(ImportDoNotCallRequest.Header header, Spool.Spooled body) {
    var id = doNotCall.kind() + "-" + body.importId();
    try (var rows = uploads.open(body.file(), header.getContentType(), NUMBER)) {
      var what = Imported.of(id, rows.columns());
      try (var kept = rejects.record(what)) {
        var tally = new ImportTally(id, kept);
        doNotCall.take(rows, what, tally);
        return ImportResults.of(tally.outcome(), Caller.language(), doNotCall.personal());
      }
    } finally {
      spool.delete(body);
    }
  }

  @Override
  public void removeDoNotCall(
      RemoveDoNotCallRequest request, StreamObserver<RemoveDoNotCallResponse> reply) {
    var removed = doNotCall.remove(request.getPhone(), request.getReason());
    send(
        reply,
        RemoveDoNotCallResponse.newBuilder()
            .addAllFreed(removed.freed())
            .addAllBarred(removed.barred())
            .build());
  }

  private static String orAll(String text) {
    return text.isEmpty() ? org.masterplan.profiles.consent.domain.Consent.ALL : text;
  }

  private static <T> void send(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }
}
