package org.masterplan.gateway;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import java.util.HashSet;
import java.util.Set;
import org.masterplan.profiles.v1.ColumnMapping;
import org.masterplan.profiles.v1.FieldMapping;
import org.masterplan.profiles.v1.ListRejectedRowsRequest;
import org.masterplan.profiles.v1.ListRejectedRowsResponse;
import org.masterplan.profiles.v1.LoadSourceRequest;
import org.masterplan.profiles.v1.RejectedRow;
import org.masterplan.profiles.v1.SuggestMappingRequest;
import org.masterplan.profiles.v1.SuggestMappingResponse;

/** What is loaded into a source, and what was not taken. */
final class FakeLoads {
  final StringBuilder taken = new StringBuilder();
  final Set<String> replays = new HashSet<>();
  LoadSourceRequest.Header header = LoadSourceRequest.Header.getDefaultInstance();
  String sample = "";
  String confirmed = "";
  boolean clean;

  void reset() {
    taken.setLength(0);
    replays.clear();
    header = LoadSourceRequest.Header.getDefaultInstance();
    sample = "";
    confirmed = "";
    clean = false;
  }

  SuggestMappingResponse suggest(SuggestMappingRequest request) {
    sample = request.getContentType() + " " + request.getSample().toStringUtf8();
    var phone =
        ColumnMapping.newBuilder().setColumn("Điện\nthoại").setConfidence(0.93).setBasis("BOTH");
    return SuggestMappingResponse.newBuilder()
        .setMapping(
            FieldMapping.newBuilder()
                .setState(FieldMapping.State.SUGGESTED)
                .setIdColumn("Mã KH")
                .putFields("phone", phone.build()))
        .addUnmappedColumns("Ghi chú")
        .setEtag("1")
        .build();
  }

  StreamObserver<LoadSourceRequest> take(StreamObserver<Operation> reply) {
    return new StreamObserver<>() {
      @Override
      public void onNext(LoadSourceRequest part) {
        if (part.hasHeader()) {
          header = part.getHeader();
        } else {
          taken.append(part.getChunk().getData().toStringUtf8());
        }
      }

      @Override
      public void onError(Throwable broken) {
        // Nobody waits for an answer.
      }

      @Override
      public void onCompleted() {
        FakeCommunities.answer(reply, () -> FakeConnections.operation("operations/c-pull"));
      }
    };
  }

  ListRejectedRowsResponse rejected(ListRejectedRowsRequest request) {
    if (clean) {
      return ListRejectedRowsResponse.getDefaultInstance();
    }
    return ListRejectedRowsResponse.newBuilder()
        .addRejectedRows(
            RejectedRow.newBuilder()
                .setName(request.getParent() + "/rejectedRows/1")
                .setLine(1_017)
                .setField("birthDate")
                .setValue("31/02/19**")
                .setReason("Không có ngày này.")
                .setOperation("operations/c-pulled"))
        .addRejectedRows(
            RejectedRow.newBuilder()
                .setName(request.getParent() + "/rejectedRows/2")
                .setLine(2)
                .setField("column 5")
                .setCode("ROW_SHORT"))
        .setNextPageToken(request.getPageToken().isEmpty() ? "more" : "")
        .build();
  }

  Operation replay(String request) {
    replays.add(request);
    return FakeConnections.operation("operations/c-pulled");
  }
}
