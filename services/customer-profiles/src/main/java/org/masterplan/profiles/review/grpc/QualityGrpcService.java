package org.masterplan.profiles.review.grpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import org.masterplan.profiles.profile.app.Overlap;
import org.masterplan.profiles.review.app.Estimator;
import org.masterplan.profiles.review.app.Judging;
import org.masterplan.profiles.review.domain.Labels;
import org.masterplan.profiles.v1.GetMatchQualityRequest;
import org.masterplan.profiles.v1.GetSourceOverlapRequest;
import org.masterplan.profiles.v1.MatchQuality;
import org.masterplan.profiles.v1.QualityServiceGrpc;
import org.masterplan.profiles.v1.SourceOverlap;

/** Speaks {@code masterplan.profiles.v1.QualityService}. Translates; decides nothing. */
public final class QualityGrpcService extends QualityServiceGrpc.QualityServiceImplBase {
  private final Judging judging;
  private final Overlap overlap;

  public QualityGrpcService(Judging judging, Overlap overlap) {
    this.judging = judging;
    this.overlap = overlap;
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
  public void getSourceOverlap(
      GetSourceOverlapRequest request, StreamObserver<SourceOverlap> reply) {
    var matrix = overlap.matrix();
    var answer =
        SourceOverlap.newBuilder()
            .setProfiles(matrix.profiles())
            .setInflation(matrix.inflation())
            .setAsOfTime(time(matrix.asOf()));
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
