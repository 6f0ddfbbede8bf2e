package org.masterplan.profiles.review.grpc;

import com.google.protobuf.util.Timestamps;
import org.masterplan.profiles.identity.app.Taught;
import org.masterplan.profiles.identity.app.Weights;
import org.masterplan.profiles.review.app.Calibrating;
import org.masterplan.profiles.review.domain.Band;
import org.masterplan.profiles.v1.MatchModel;

/** What was learned, as a message. */
final class ModelProtos {
  private ModelProtos() {}

  static MatchModel model(Calibrating.Standing standing) {
    var message =
        MatchModel.newBuilder()
            .setMethod(method(standing))
            .setJoinProbability(standing.joined())
            .setAskFrom(standing.askedFrom())
            .setAskTo(standing.askedTo());
    standing.lesson().ifPresent(lesson -> fill(lesson, message));
    standing.bands().forEach(band -> message.addBands(band(band)));
    return message.build();
  }

  private static MatchModel.Method method(Calibrating.Standing standing) {
    if (!standing.learns()) {
      return MatchModel.Method.SHARED_KEYS;
    }
    return standing.lesson().isEmpty()
        ? MatchModel.Method.SHARED_KEYS_YET
        : MatchModel.Method.LEARNED_WEIGHTS;
  }

  private static void fill(Taught.Lesson lesson, MatchModel.Builder message) {
    message
        .setNumber(lesson.number())
        .setLearnTime(Timestamps.fromMillis(lesson.learnedAt().toEpochMilli()))
        .setRecords(lesson.records())
        .setPriorWeight(lesson.weights().prior());
    lesson.weights().fields().forEach(field -> message.addFields(field(field)));
  }

  private static MatchModel.Field field(Weights.Field field) {
    var message = MatchModel.Field.newBuilder().setField(field.name());
    for (var level : field.levels()) {
      message.addLevels(
          MatchModel.Level.newBuilder()
              .setLevel(level.name())
              .setWeight(level.weight())
              .setSame(level.same())
              .setDifferent(level.different()));
    }
    return message.build();
  }

  private static MatchModel.Band band(Band band) {
    return MatchModel.Band.newBuilder()
        .setLow(band.low())
        .setHigh(band.high())
        .setSame(band.same())
        .setDifferent(band.different())
        .setCannotTell(band.cannot())
        .build();
  }
}
