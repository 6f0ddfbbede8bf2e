package org.masterplan.gateway;

import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.profiles.v1.AnswerPeopleSampleRequest;
import org.masterplan.profiles.v1.DrawPeopleSampleRequest;
import org.masterplan.profiles.v1.FieldConflicts;
import org.masterplan.profiles.v1.GetFieldConflictsRequest;
import org.masterplan.profiles.v1.GetGoldenRulesRequest;
import org.masterplan.profiles.v1.GetMatchModelRequest;
import org.masterplan.profiles.v1.GetMatchQualityRequest;
import org.masterplan.profiles.v1.GetPeopleSampleRequest;
import org.masterplan.profiles.v1.GetSourceOverlapRequest;
import org.masterplan.profiles.v1.GoldenRules;
import org.masterplan.profiles.v1.GoldenValueServiceGrpc;
import org.masterplan.profiles.v1.MatchModel;
import org.masterplan.profiles.v1.MatchQuality;
import org.masterplan.profiles.v1.PeopleCount;
import org.masterplan.profiles.v1.PeopleSample;
import org.masterplan.profiles.v1.PreviewGoldenRulesRequest;
import org.masterplan.profiles.v1.PreviewGoldenRulesResponse;
import org.masterplan.profiles.v1.QualityServiceGrpc;
import org.masterplan.profiles.v1.SourceOverlap;
import org.masterplan.profiles.v1.UpdateGoldenRulesRequest;

/** Figures of quality, and rules that note what is set. */
final class FakeQuality extends QualityServiceGrpc.QualityServiceImplBase {
  final List<GoldenRules.FieldRule> set = new ArrayList<>();
  final Map<String, PeopleSample.Look> said = new TreeMap<>();
  private String etag = "1";
  private int drawn;

  MatchModel model = learned();

  void reset() {
    model = learned();
    set.clear();
    said.clear();
    drawn = 0;
    etag = "1";
  }

  @Override
  public void getMatchModel(GetMatchModelRequest request, StreamObserver<MatchModel> reply) {
    FakeCommunities.answer(reply, () -> model);
  }

  /** Two fields, and what is said of nine pairs. */
  private static MatchModel learned() {
    return MatchModel.newBuilder()
        .setMethod(MatchModel.Method.LEARNED_WEIGHTS)
        .setNumber(3)
        .setLearnTime(FakePlan.NOW)
        .setRecords(40_012)
        .setPriorWeight(-14.25)
        .setJoinProbability(0.5)
        .setAskFrom(0.05)
        .setAskTo(0.95)
        .addFields(field("nationalId", level("EQUAL", 18, 0.9), level("DIFFERENT", -6, 0.1)))
        .addFields(field("surname", level("EQUAL", 2.5, 0.95), level("SWAPPED", 0, 0.05)))
        .addBands(MatchModel.Band.newBuilder().setLow(0.05).setHigh(0.5).setDifferent(4))
        .addBands(MatchModel.Band.newBuilder().setLow(0.5).setHigh(0.95).setSame(3).setDifferent(1))
        .addBands(MatchModel.Band.newBuilder().setLow(0.95).setHigh(1).setCannotTell(1))
        .build();
  }

  private static MatchModel.Field field(String name, MatchModel.Level... levels) {
    return MatchModel.Field.newBuilder().setField(name).addAllLevels(List.of(levels)).build();
  }

  private static MatchModel.Level level(String name, double weight, double same) {
    return MatchModel.Level.newBuilder()
        .setLevel(name)
        .setWeight(weight)
        .setSame(same)
        .setDifferent(0.0004)
        .build();
  }

  @Override
  public void getMatchQuality(GetMatchQualityRequest request, StreamObserver<MatchQuality> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            MatchQuality.newBuilder()
                .setDrawTime(FakePlan.NOW)
                .setJudged(190)
                .setUnjudged(10)
                .setPrecision(
                    MatchQuality.Estimate.newBuilder().setValue(0.97).setLow(0.92).setHigh(0.99))
                .setRecall(
                    MatchQuality.Estimate.newBuilder().setValue(0.81).setLow(0.74).setHigh(0.87))
                .addStrata(
                    MatchQuality.Stratum.newBuilder()
                        .setStratum("LINKED")
                        .setPairs(12_840)
                        .setDrawn(100)
                        .setSame(97)
                        .setDifferent(3))
                .build());
  }

  @Override
  public void getSourceOverlap(
      GetSourceOverlapRequest request, StreamObserver<SourceOverlap> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            SourceOverlap.newBuilder()
                .setProfiles(1_200)
                .setPeople(people())
                .setInflation(1.75)
                .setAsOfTime(FakePlan.NOW)
                .addRows(row("crm-sua", 900, 100, 900, 800, 0))
                .addRows(row("web-do-uong", 1_000, 50, 800, 1_000, 150))
                .addRows(row("pos", 200, 50, 0, 150, 200))
                .build());
  }

  /** Known with an interval as long as stewards have said something of enough profiles. */
  private PeopleCount.Builder people() {
    var count = PeopleCount.newBuilder().setProfiles(1_200).setLookedAt(said.size());
    return said.size() < 2
        ? count.setCertainty(PeopleCount.Certainty.AT_MOST)
        : count
            .setCertainty(PeopleCount.Certainty.INTERVAL)
            .setPeople(1_010)
            .setLow(985)
            .setHigh(1_044)
            .setDrawTime(FakePlan.NOW);
  }

  @Override
  public void getPeopleSample(GetPeopleSampleRequest request, StreamObserver<PeopleSample> reply) {
    FakeCommunities.answer(reply, this::sample);
  }

  @Override
  public void drawPeopleSample(
      DrawPeopleSampleRequest request, StreamObserver<PeopleSample> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          if (!request.getEtag().equals(sample().getEtag())) {
            throw Stale.named("peopleSample");
          }
          drawn = request.getSampleSize();
          said.clear();
          return sample();
        });
  }

  @Override
  public void answerPeopleSample(
      AnswerPeopleSampleRequest request, StreamObserver<PeopleSample> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          request.getLooksList().forEach(look -> said.put(look.getProfile(), look));
          return sample();
        });
  }

  private PeopleSample sample() {
    var sample = PeopleSample.newBuilder().setPeople(people()).setEtag("s" + drawn);
    if (drawn > 0) {
      sample.setDrawTime(FakePlan.NOW);
      for (var profile : List.of("profiles/p7k2m9", "profiles/q8l3n0")) {
        var look = PeopleSample.Look.newBuilder().setProfile(profile).setRecords(3).build();
        sample.addLooks(said.getOrDefault(profile, look));
      }
    }
    return sample.build();
  }

  private static SourceOverlap.Row row(String source, long people, long only, long... shared) {
    var row =
        SourceOverlap.Row.newBuilder()
            .setSource("sources/" + source)
            .setProfiles(people)
            .setOnly(only);
    for (long each : shared) {
      row.addShared(each);
    }
    return row.build();
  }

  /** The rules are another's now. */
  void setByAnother(String field, GoldenRules.Criterion first) {
    etag = "2";
    set.add(GoldenRules.FieldRule.newBuilder().setField(field).setFirst(first).build());
  }

  /** The rules. */
  final class Golden extends GoldenValueServiceGrpc.GoldenValueServiceImplBase {
    @Override
    public void getGoldenRules(GetGoldenRulesRequest request, StreamObserver<GoldenRules> reply) {
      FakeCommunities.answer(
          reply,
          () ->
              GoldenRules.newBuilder()
                  .addAllFields(set)
                  .setSetter(set.isEmpty() ? "" : "data")
                  .setUpdateTime(FakePlan.NOW)
                  .setEtag(etag)
                  .build());
    }

    @Override
    public void updateGoldenRules(
        UpdateGoldenRulesRequest request, StreamObserver<GoldenRules> reply) {
      FakeCommunities.answer(
          reply,
          () -> {
            if (request.getReason().isEmpty()) {
              throw new InvalidFields(List.of(Violation.required("reason")));
            }
            if (!request.getEtag().equals(etag)) {
              throw Stale.named("goldenRules");
            }
            set.clear();
            set.addAll(request.getFieldsList());
            return GoldenRules.getDefaultInstance();
          });
    }

    @Override
    public void previewGoldenRules(
        PreviewGoldenRulesRequest request, StreamObserver<PreviewGoldenRulesResponse> reply) {
      FakeCommunities.answer(
          reply,
          () ->
              PreviewGoldenRulesResponse.newBuilder()
                  .setSampled(500)
                  .setMasked(true)
                  .addChanges(
                      PreviewGoldenRulesResponse.Change.newBuilder()
                          .setField(request.getFields(0).getField())
                          .setProfiles(41))
                  .addExamples(
                      PreviewGoldenRulesResponse.Example.newBuilder()
                          .setProfile("profiles/p7k2m9")
                          .setField("email")
                          .setBefore("l***@x.vn")
                          .setAfter("n***@y.vn"))
                  .build());
    }

    @Override
    public void getFieldConflicts(
        GetFieldConflictsRequest request, StreamObserver<FieldConflicts> reply) {
      FakeCommunities.answer(
          reply,
          () ->
              FieldConflicts.newBuilder()
                  .setSampled(2_000)
                  .setProfiles(9_000)
                  .setAsOfTime(FakePlan.NOW)
                  .addFields(
                      FieldConflicts.Field.newBuilder()
                          .setField("birthDate")
                          .setProfiles(1_000)
                          .setConflicting(70)
                          .setRate(0.07)
                          .setLow(0.056)
                          .setHigh(0.087))
                  .build());
    }
  }
}
