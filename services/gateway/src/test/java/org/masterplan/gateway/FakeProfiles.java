package org.masterplan.gateway;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import com.google.protobuf.util.Timestamps;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.profiles.v1.ExplainProfileRequest;
import org.masterplan.profiles.v1.ExplainProfileResponse;
import org.masterplan.profiles.v1.ExportCrosswalkRequest;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.ListProfilesRequest;
import org.masterplan.profiles.v1.ListProfilesResponse;
import org.masterplan.profiles.v1.LookupProfileRequest;
import org.masterplan.profiles.v1.MergeProfilesRequest;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.ProfileServiceGrpc;
import org.masterplan.profiles.v1.QueryLineage;
import org.masterplan.profiles.v1.SplitProfileRequest;
import org.masterplan.profiles.v1.SplitProfileResponse;

/** One person, known from two records. */
final class FakeProfiles extends ProfileServiceGrpc.ProfileServiceImplBase {
  static final Profile LAN =
      Profile.newBuilder()
          .setName("profiles/p7k2m9")
          .putValues("fullName", value("Nguyễn Thị Lan", "crm-sua", "1042"))
          .putValues("phone", value("09•• ••• 318", "crm-sua", "1042"))
          .putValues("email", value("l•••@vi-du.example", "web-do-uong", "u-77"))
          .putValues("birthDate", value("1989-04-12", "crm-sua", "1042"))
          .putValues(
              "gender",
              value("FEMALE", "crm-sua", "1042").toBuilder()
                  .setRule("SUPPORTED")
                  .addOthers("MALE")
                  .build())
          .putValues("province", value("Cần Thơ", "web-do-uong", "u-77"))
          .addRecords("sources/crm-sua/records/1042")
          .addRecords("sources/web-do-uong/records/u-77")
          .addSegments("segments/me-va-be")
          .addMemberships(
              Profile.Membership.newBuilder()
                  .setCommunity("communities/me-bim")
                  .setJoinedDate("2024-02-03"))
          .setMasked(true)
          .setUpdateTime(FakePlan.NOW)
          .build();

  static final Profile OTHER_LAN =
      Profile.newBuilder()
          .setName("profiles/q8")
          .putValues("fullName", value("Nguyễn Lan", "pos", "9"))
          .putValues("province", value("Cần Thơ", "pos", "9"))
          .putValues("phone", value("09•• ••• 318", "pos", "9"))
          .addRecords("sources/pos/records/9")
          .setMasked(true)
          .build();

  private static final QueryLineage LINEAGE =
      QueryLineage.newBuilder()
          .addSources(QueryLineage.Part.newBuilder().setSource("sources/crm-sua").setRecords(3))
          .setSourcesRegistered(76)
          .setSourcesAnswering(75)
          .setRows(40_100)
          .setRecords(40_012)
          .setCoverage(.998)
          .setSourcesCoverage(75 / 76.0)
          .setAsOfTime(FakePlan.NOW)
          .build();

  String lastFilter = "";

  /** How many have that name. */
  int many = 1;

  /** Whether who asks has stated for what. */
  boolean stated;

  /** Whether nobody can tell in which communities and segments people are. */
  boolean registryAway;

  /** What the person is made of. */
  List<String> records = LAN.getRecordsList();

  /** The profiles that were made one. */
  final List<String> merged = new ArrayList<>();

  /** The records that were parted from theirs. */
  final List<String> parted = new ArrayList<>();

  void reset() {
    many = 1;
    stated = false;
    registryAway = false;
    records = LAN.getRecordsList();
    merged.clear();
    parted.clear();
  }

  @Override
  public void listProfiles(
      ListProfilesRequest request, StreamObserver<ListProfilesResponse> reply) {
    lastFilter = request.getFilter();
    FakeCommunities.answer(reply, () -> page(request));
  }

  private ListProfilesResponse page(ListProfilesRequest request) {
    int from = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
    int to = Math.min(many, from + request.getPageSize());
    return ListProfilesResponse.newBuilder()
        .addAllProfiles(Collections.nCopies(to - from, LAN))
        .setNextPageToken(to < many ? Integer.toString(to) : "")
        .setLineage(LINEAGE)
        .build();
  }

  @Override
  public void lookupProfile(LookupProfileRequest request, StreamObserver<Profile> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          if (request.getPhone().isEmpty() && !request.getHandle().equals("lan.nt_72")) {
            throw NotFound.named("profile");
          }
          return LAN;
        });
  }

  private Profile made() {
    return LAN.toBuilder().clearRecords().addAllRecords(records).build();
  }

  private Profile shown(Profile profile) {
    var shown = profile.toBuilder().setMasked(!stated);
    if (registryAway) {
      shown.clearMemberships().clearSegments().addMissing("memberships").addMissing("segments");
    }
    return shown.build();
  }

  @Override
  public void getProfile(GetProfileRequest request, StreamObserver<Profile> reply) {
    boolean other = request.getName().equals("profiles/q8");
    FakeCommunities.answer(reply, () -> other ? shown(OTHER_LAN) : shown(made()));
  }

  @Override
  public void mergeProfiles(MergeProfilesRequest request, StreamObserver<Profile> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          if (request.getReason().isEmpty()) {
            throw new InvalidFields(List.of(Violation.required("reason")));
          }
          merged.addAll(request.getProfilesList());
          return LAN;
        });
  }

  @Override
  public void splitProfile(
      SplitProfileRequest request, StreamObserver<SplitProfileResponse> reply) {
    parted.addAll(request.getRecordsList());
    FakeCommunities.answer(
        reply,
        () -> SplitProfileResponse.newBuilder().addProfiles(LAN).addProfiles(OTHER_LAN).build());
  }

  /** Two telephones that are masked alike. */
  private static final List<ExplainProfileResponse.Comparison> COMPARED =
      List.of(
          compared("fullName", ExplainProfileResponse.Comparison.Likeness.NEAR),
          compared("gender", ExplainProfileResponse.Comparison.Likeness.LEFT_ONLY),
          compared("phone", ExplainProfileResponse.Comparison.Likeness.OTHER),
          compared("province", ExplainProfileResponse.Comparison.Likeness.EQUAL));

  private static ExplainProfileResponse.Comparison compared(
      String field, ExplainProfileResponse.Comparison.Likeness likeness) {
    return ExplainProfileResponse.Comparison.newBuilder()
        .setField(field)
        .setLikeness(likeness)
        .build();
  }

  @Override
  public void explainProfile(
      ExplainProfileRequest request, StreamObserver<ExplainProfileResponse> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            ExplainProfileResponse.newBuilder()
                .addAllComparisons(request.getOther().isEmpty() ? List.of() : COMPARED)
                .addPairs(
                    ExplainProfileResponse.Pair.newBuilder()
                        .setLeft(LAN.getRecords(0))
                        .setRight(LAN.getRecords(1))
                        .setProbability(0.998)
                        .setWeight(14.2)
                        .addContributions(
                            ExplainProfileResponse.Contribution.newBuilder()
                                .setField("phone")
                                .setLevel("EXACT")
                                .setWeight(12.1)))
                .build());
  }

  /** More than any buffer on the way holds, in whole lines. */
  static final String LARGE = "crm,1042,profiles/p7k2m9\n".repeat(20_000);

  /** One piece, small or {@link #LARGE}, and then no further sign of life, or an error. */
  @Override
  public void exportCrosswalk(ExportCrosswalkRequest request, StreamObserver<HttpBody> reply) {
    if (request.getSource().isEmpty()) {
      return;
    }
    boolean large = request.getSource().startsWith("sources/large");
    reply.onNext(
        HttpBody.newBuilder()
            .setContentType("text/csv")
            .setData(ByteString.copyFromUtf8(large ? LARGE : "source,record,profile\n"))
            .build());
    if (request.getSource().endsWith("failing")) {
      reply.onError(Status.UNAVAILABLE.asRuntimeException());
    }
  }

  private static Profile.Value value(String value, String source, String record) {
    return Profile.Value.newBuilder()
        .setValue(value)
        .setSource("sources/" + source)
        .setRecord("sources/" + source + "/records/" + record)
        .setTime(Timestamps.parseUnchecked("2025-08-01T00:00:00Z"))
        .setRule("NEWEST")
        .setSupport(1)
        .build();
  }
}
