package org.masterplan.profiles.consent.grpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.ImportResults;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.UploadShape;
import org.masterplan.platform.intake.UploadStream;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.profiles.consent.app.ConsentImport;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.consent.domain.Consent.State;
import org.masterplan.profiles.v1.Consent;
import org.masterplan.profiles.v1.ConsentServiceGrpc;
import org.masterplan.profiles.v1.GrantConsentRequest;
import org.masterplan.profiles.v1.ImportConsentsRequest;
import org.masterplan.profiles.v1.ListConsentsRequest;
import org.masterplan.profiles.v1.ListConsentsResponse;
import org.masterplan.profiles.v1.WithdrawConsentRequest;

/** Speaks {@code masterplan.profiles.v1.ConsentService}. Translates; decides nothing. */
public final class ConsentGrpcService extends ConsentServiceGrpc.ConsentServiceImplBase {
  private static final UploadShape<ImportConsentsRequest, ImportConsentsRequest.Header> SHAPE =
      new UploadShape<>(
          ImportConsentsRequest::hasHeader,
          ImportConsentsRequest::getHeader,
          ImportConsentsRequest::getChunk);
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
  private final ConsentImport importing;
  private final Spool spool;
  private final Uploads uploads;

  public ConsentGrpcService(
      ConsentLedger ledger, ConsentImport importing, Spool spool, Uploads uploads) {
    this.ledger = ledger;
    this.importing = importing;
    this.spool = spool;
    this.uploads = uploads;
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
    send(reply, ConsentProtos.consent(ledger.say(request.getName(), word)));
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
    send(reply, ConsentProtos.consent(ledger.say(request.getName(), word)));
  }

  @Override
  public void listConsents(
      ListConsentsRequest request, StreamObserver<ListConsentsResponse> reply) {
    var history = ledger.history(request.getParent());
    int from = request.getPageToken().isEmpty() ? 0 : Pages.offset(request.getPageToken());
    int size = Pages.size(request.getPageSize());
    int to = Math.min(from + size, history.size());
    var answer = ListConsentsResponse.newBuilder();
    history
        .subList(Math.min(from, history.size()), to)
        .forEach(consent -> answer.addConsents(ConsentProtos.consent(consent)));
    answer.setNextPageToken(to < history.size() ? Integer.toString(to) : "");
    send(reply, answer.build());
  }

  @Override
  public StreamObserver<ImportConsentsRequest> importConsents(StreamObserver<ImportResult> reply) {
    var actor = Caller.current();
    var language = Caller.language();
    return UploadStream.receive(
        reply,
        spool,
        SHAPE,
        (header, body) -> {
          try (var rows = uploads.open(body.file(), header.getContentType(), HEADERS)) {
            var outcome = importing.run(rows, body.importId(), actor);
            return ImportResults.of(outcome, language, Set.of());
          } finally {
            spool.delete(body);
          }
        });
  }

  private static String orAll(String text) {
    return text.isEmpty() ? org.masterplan.profiles.consent.domain.Consent.ALL : text;
  }

  private static <T> void send(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }

  /** Pages of a person's own words: few, so counted. */
  private static final class Pages {
    private static final int DEFAULT = 50;
    private static final int MAX = 200;

    static int size(int asked) {
      return asked <= 0 ? DEFAULT : Math.min(asked, MAX);
    }

    static int offset(String token) {
      return token.matches("[0-9]{1,6}") ? Integer.parseInt(token) : 0;
    }
  }
}
