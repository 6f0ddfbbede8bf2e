package org.masterplan.gateway;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import java.util.LinkedHashMap;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.v1.ApplyResolutionRequest;
import org.masterplan.profiles.v1.DiscardResolutionRequest;
import org.masterplan.profiles.v1.GetResolutionRequest;
import org.masterplan.profiles.v1.ListResolutionsRequest;
import org.masterplan.profiles.v1.ListResolutionsResponse;
import org.masterplan.profiles.v1.Resolution;
import org.masterplan.profiles.v1.ResolutionServiceGrpc;
import org.masterplan.profiles.v1.StartResolutionRequest;

/** Matching anew: one that can be decided upon, and others that cannot. */
final class FakeResolutions extends ResolutionServiceGrpc.ResolutionServiceImplBase {
  static final String READY = "resolutions/resolution-r";
  private static final String LAN = "sources/crm-sua/records/1042";
  private static final String WEB = "sources/web-do-uong/records/u-77";

  final Map<String, Resolution> stored = new LinkedHashMap<>();
  String lastFilter = "";
  String lastReason = "";
  int started;

  /** Whether the matching learns. */
  boolean learns;

  void reset() {
    stored.clear();
    lastFilter = "";
    lastReason = "";
    started = 0;
    learns = true;
    keep(reckoned("resolutions/resolution-r", Resolution.State.READY));
    keep(reckoned("resolutions/resolution-a", Resolution.State.APPLYING));
    keep(asked("resolutions/resolution-p", Resolution.State.PREPARING));
    keep(asked("resolutions/resolution-f", Resolution.State.FAILED).setFailure("UNPREPARED"));
  }

  private static Resolution.Builder asked(String name, Resolution.State state) {
    return Resolution.newBuilder()
        .setName(name)
        .setState(state)
        .setCreator("data")
        .setReason("Hai nguồn mới đã nạp xong")
        .setCreateTime(FakePlan.NOW)
        .setUpdateTime(FakePlan.NOW)
        .setEtag("1");
  }

  private static Resolution.Builder reckoned(String name, Resolution.State state) {
    return asked(name, state)
        .setRecordCount(40_012)
        .setProfilesBefore(15_870)
        .setProfilesAfter(12_402)
        .setMergedProfiles(5_120)
        .setSplitProfiles(31)
        .addSamples(
            Resolution.Sample.newBuilder()
                .addProfiles("profiles/p7k2m9")
                .addProfiles("profiles/q8")
                .addPersons(person(12, LAN, WEB)))
        .addSamples(
            Resolution.Sample.newBuilder()
                .addProfiles("profiles/s3")
                .addPersons(person(1, LAN))
                .addPersons(person(1, WEB)));
  }

  private static Resolution.Sample.Person person(int count, String... records) {
    return Resolution.Sample.Person.newBuilder()
        .setRecordCount(count)
        .addAllRecords(java.util.List.of(records))
        .build();
  }

  private Resolution keep(Resolution.Builder resolution) {
    var kept = resolution.build();
    stored.put(kept.getName(), kept);
    return kept;
  }

  @Override
  public void listResolutions(
      ListResolutionsRequest request, StreamObserver<ListResolutionsResponse> reply) {
    lastFilter = request.getFilter();
    FakeCommunities.answer(
        reply,
        () ->
            ListResolutionsResponse.newBuilder()
                .addAllResolutions(stored.values())
                .setNextPageToken(request.getPageToken().isEmpty() && !stored.isEmpty() ? "m" : "")
                .build());
  }

  @Override
  public void getResolution(GetResolutionRequest request, StreamObserver<Resolution> reply) {
    FakeCommunities.answer(reply, () -> find(request.getName()));
  }

  private Resolution find(String name) {
    var found = stored.get(name);
    if (found == null) {
      throw NotFound.named(name);
    }
    return found;
  }

  @Override
  public void startResolution(StartResolutionRequest request, StreamObserver<Operation> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          if (!learns) {
            throw new WrongState("MATCHING_LEARNS_NOTHING", Map.of());
          }
          reasoned(request.getReason());
          started++;
          var name = "resolutions/resolution-" + request.getRequestId();
          keep(asked(name, Resolution.State.PREPARING).setReason(request.getReason()));
          return Operation.newBuilder()
              .setName("operations/profiles-" + name.substring("resolutions/".length()))
              .build();
        });
  }

  @Override
  public void applyResolution(ApplyResolutionRequest request, StreamObserver<Operation> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          var seen = seen(request.getName(), request.getEtag());
          reasoned(request.getReason());
          keep(seen.toBuilder().setState(Resolution.State.APPLYING).setEtag("2"));
          return Operation.newBuilder().setName("operations/profiles-apply-resolution-r").build();
        });
  }

  @Override
  public void discardResolution(
      DiscardResolutionRequest request, StreamObserver<Resolution> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          var seen = seen(request.getName(), request.getEtag());
          return keep(seen.toBuilder().setState(Resolution.State.DISCARDED).setEtag("2"));
        });
  }

  private Resolution seen(String name, String etag) {
    var seen = find(name);
    if (!seen.getEtag().equals(etag)) {
      throw Stale.named(name);
    }
    return seen;
  }

  private void reasoned(String reason) {
    if (reason.isEmpty()) {
      throw new InvalidFields(java.util.List.of(Violation.required("reason")));
    }
    lastReason = reason;
  }
}
