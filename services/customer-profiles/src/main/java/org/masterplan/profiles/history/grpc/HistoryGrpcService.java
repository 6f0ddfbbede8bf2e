package org.masterplan.profiles.history.grpc;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import org.masterplan.profiles.history.app.ProfileHistory;
import org.masterplan.profiles.history.domain.Change;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.v1.GetProfileHistoryRequest;
import org.masterplan.profiles.v1.HistoryServiceGrpc;

/** Speaks {@code masterplan.profiles.v1.HistoryService}. Translates; decides nothing. */
public final class HistoryGrpcService extends HistoryServiceGrpc.HistoryServiceImplBase {
  private final ProfileHistory history;

  public HistoryGrpcService(ProfileHistory history) {
    this.history = history;
  }

  @Override
  public void getProfileHistory(
      GetProfileHistoryRequest request,
      StreamObserver<org.masterplan.profiles.v1.ProfileHistory> reply) {
    var answer = org.masterplan.profiles.v1.ProfileHistory.newBuilder();
    history.of(request.getName()).forEach(told -> answer.addChanges(change(told)));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  private static org.masterplan.profiles.v1.ProfileHistory.Change change(ProfileHistory.Told told) {
    var change = told.change();
    var by = change.by();
    var message =
        org.masterplan.profiles.v1.ProfileHistory.Change.newBuilder()
            .setKind(kind(change.kind()))
            .setOther(ProfileId.name(change.other()))
            .setRecordCount(change.records().size())
            .setTime(Timestamps.fromMillis(by.at().toEpochMilli()))
            .setActor(by.actor())
            .setCause(by.cause().name())
            .setReason(by.reason())
            .setJournal(change.journal());
    told.records().forEach(record -> message.addRecords(record.toString()));
    return message.build();
  }

  private static org.masterplan.profiles.v1.ProfileHistory.Change.Kind kind(Change.Kind kind) {
    return switch (kind) {
      case JOINED -> org.masterplan.profiles.v1.ProfileHistory.Change.Kind.JOINED;
      case WENT -> org.masterplan.profiles.v1.ProfileHistory.Change.Kind.WENT;
      case PARTED -> org.masterplan.profiles.v1.ProfileHistory.Change.Kind.PARTED;
      case CAME -> org.masterplan.profiles.v1.ProfileHistory.Change.Kind.CAME;
    };
  }
}
