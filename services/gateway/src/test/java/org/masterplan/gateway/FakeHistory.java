package org.masterplan.gateway;

import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.profiles.v1.GetProfileHistoryRequest;
import org.masterplan.profiles.v1.HistoryServiceGrpc;
import org.masterplan.profiles.v1.ProfileHistory;

/** What was joined to the one person there is, and parted. */
final class FakeHistory extends HistoryServiceGrpc.HistoryServiceImplBase {
  final List<ProfileHistory.Change> changes = new ArrayList<>();

  void reset() {
    changes.clear();
    changes.add(
        change(ProfileHistory.Change.Kind.PARTED, "profiles/q8")
            .addRecords("sources/pos/records/9")
            .setReason("hai chị em")
            .build());
    changes.add(
        change(ProfileHistory.Change.Kind.JOINED, "profiles/s3")
            .addRecords("sources/web-do-uong/records/u-77")
            .build());
    changes.add(change(ProfileHistory.Change.Kind.CAME, "profiles/x1").build());
  }

  private static ProfileHistory.Change.Builder change(
      ProfileHistory.Change.Kind kind, String other) {
    return ProfileHistory.Change.newBuilder()
        .setKind(kind)
        .setOther(other)
        .setRecordCount(1)
        .setActor("minh")
        .setTime(FakePlan.NOW);
  }

  @Override
  public void getProfileHistory(
      GetProfileHistoryRequest request, StreamObserver<ProfileHistory> reply) {
    FakeCommunities.answer(reply, () -> ProfileHistory.newBuilder().addAllChanges(changes).build());
  }
}
