package org.masterplan.profiles.review.grpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.profiles.census.app.CountingPeople;
import org.masterplan.profiles.census.domain.Census;
import org.masterplan.profiles.census.grpc.PeopleProtos;
import org.masterplan.profiles.profile.app.Overlap;
import org.masterplan.profiles.review.app.Calibrating;
import org.masterplan.profiles.review.app.Estimator;
import org.masterplan.profiles.review.app.Judging;
import org.masterplan.profiles.review.domain.Labels;
import org.masterplan.profiles.v1.AnswerPeopleSampleRequest;
import org.masterplan.profiles.v1.DrawPeopleSampleRequest;
import org.masterplan.profiles.v1.GetMatchModelRequest;
import org.masterplan.profiles.v1.GetMatchQualityRequest;
import org.masterplan.profiles.v1.GetPeopleSampleRequest;
import org.masterplan.profiles.v1.GetSourceOverlapRequest;
import org.masterplan.profiles.v1.MatchModel;
import org.masterplan.profiles.v1.MatchQuality;
import org.masterplan.profiles.v1.PeopleSample;
import org.masterplan.profiles.v1.QualityServiceGrpc;
import org.masterplan.profiles.v1.SourceOverlap;

/** Speaks {@code masterplan.profiles.v1.QualityService}. Translates; decides nothing. */
public final class QualityGrpcService extends QualityServiceGrpc.QualityServiceImplBase {
  private final Judging judging;
  private final Overlap overlap;
  private final CountingPeople counting;
  private final Calibrating calibrating;

  public QualityGrpcService(
      Judging judging, Overlap overlap, CountingPeople counting, Calibrating calibrating) {
    this.calibrating = calibrating;
    this.judging = judging;
    this.overlap = overlap;
    this.counting = counting;
  }

  @Override
  public void getMatchQuality(GetMatchQualityRequest request, StreamObserver<MatchQuality> reply) {
    var quality = judging.quality();
    var answer =
        MatchQuality.newBuilder().setJudged(quality.judged()).setUnjudged(quality.unjudged());
    quality.drawnAt().ifPresent(at -> answer.setDrawTime(time(at)));
    quality.strata().forEach(each -> answer.addStrata(stratum(each)));
    quality
        .answer()
        .ifPresent(
            both ->
                answer.setPrecision(estimate(both.precision())).setRecall(estimate(both.recall())));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  @Override
  public void getMatchModel(GetMatchModelRequest request, StreamObserver<MatchModel> reply) {
    reply.onNext(ModelProtos.model(calibrating.standing()));
    reply.onCompleted();
  }

  @Override
  public void getSourceOverlap(
      GetSourceOverlapRequest request, StreamObserver<SourceOverlap> reply) {
    var matrix = overlap.matrix();
    var people = counting.all();
    var inflation = matrix.inflation(people);
    var answer =
        SourceOverlap.newBuilder()
            .setProfiles(matrix.profiles())
            .setPeople(PeopleProtos.count(people))
            .setInflation(inflation.value())
            .setAsOfTime(time(matrix.asOf()));
    inflation
        .range()
        .ifPresent(range -> answer.setInflationLow(range.low()).setInflationHigh(range.high()));
    for (var row : matrix.rows()) {
      answer.addRows(
          SourceOverlap.Row.newBuilder()
              .setSource("sources/" + row.source())
              .setProfiles(row.profiles())
              .setOnly(row.only())
              .addAllShared(row.shared()));
    }
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  @Override
  public void drawPeopleSample(
      DrawPeopleSampleRequest request, StreamObserver<PeopleSample> reply) {
    long seen = request.getEtag().isEmpty() ? -1 : Etags.revision(request.getEtag());
    send(reply, counting.draw(request.getSampleSize(), seen, Caller.current().subject()));
  }

  @Override
  public void getPeopleSample(GetPeopleSampleRequest request, StreamObserver<PeopleSample> reply) {
    send(reply, counting.current());
  }

  @Override
  public void answerPeopleSample(
      AnswerPeopleSampleRequest request, StreamObserver<PeopleSample> reply) {
    var said = new LinkedHashMap<String, List<Integer>>();
    request.getLooksList().forEach(look -> said.put(look.getProfile(), look.getElsewhereList()));
    send(reply, counting.say(said, Caller.current().subject()));
  }

  private void send(StreamObserver<PeopleSample> reply, Census census) {
    reply.onNext(PeopleProtos.sample(census, counting.all(census)));
    reply.onCompleted();
  }

  private static MatchQuality.Stratum stratum(Labels labels) {
    return MatchQuality.Stratum.newBuilder()
        .setStratum(labels.stratum().name())
        .setPairs(labels.pairs())
        .setDrawn(labels.drawn())
        .setSame(labels.same())
        .setDifferent(labels.different())
        .setCannotTell(labels.cannot())
        .build();
  }

  private static MatchQuality.Estimate estimate(Estimator.Estimate of) {
    return MatchQuality.Estimate.newBuilder()
        .setValue(of.value())
        .setLow(of.low())
        .setHigh(of.high())
        .build();
  }

  private static Timestamp time(Instant instant) {
    return Timestamps.fromMillis(instant.toEpochMilli());
  }
}
