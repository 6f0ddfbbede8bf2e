package org.masterplan.profiles.review.grpc;

import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import org.masterplan.platform.page.Etags;
import org.masterplan.profiles.dictionary.domain.Masks;
import org.masterplan.profiles.profile.domain.Comparison;
import org.masterplan.profiles.profile.grpc.ProfileProtos;
import org.masterplan.profiles.review.app.ReviewDesk;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Opinion;
import org.masterplan.profiles.review.domain.Verdict;
import org.masterplan.profiles.v1.Review;
import org.masterplan.profiles.v1.ReviewSummary;

/** Reviews as messages; what the two say is masked, unless the reader may see it. */
public final class ReviewProtos {
  private ReviewProtos() {}

  /** How far the queue is. */
  public static ReviewSummary summary(ReviewDesk.Summary summary) {
    var message =
        ReviewSummary.newBuilder()
            .setJudgedTwice(summary.agreement().pairs())
            .setAgreed(summary.agreement().agreed());
    summary.agreement().kappa().ifPresent(message::setKappa);
    summary.searchedAt().ifPresent(at -> message.setSearchTime(time(at)));
    summary.counts().entrySet().stream()
        .sorted(
            java.util.Comparator.comparing(
                each -> each.getKey().kind().name() + each.getKey().state().name()))
        .forEach(
            each ->
                message.addCounts(
                    ReviewSummary.Count.newBuilder()
                        .setKind(kind(each.getKey().kind()))
                        .setState(state(each.getKey().state()))
                        .setReviews(each.getValue())));
    return message.build();
  }

  static Review review(ReviewDesk.Sheet sheet, String reader) {
    var review = sheet.review();
    var message =
        Review.newBuilder()
            .setName(review.name())
            .setKind(kind(review.finding().kind()))
            .setState(state(review.state()))
            .setUrgency(review.finding().urgency())
            .setSampled(review.finding().sampled())
            .setWanted(review.wanted())
            .setMasked(sheet.masked())
            .setCreateTime(time(review.foundAt()))
            .setEtag(Etags.of(review.revision()));
    review.finding().probability().ifPresent(message::setProbability);
    review.decidedAt().ifPresent(at -> message.setDecideTime(time(at)));
    review.opinionsFor(reader).forEach(each -> message.addOpinions(opinion(each)));
    sheet
        .left()
        .ifPresent(
            side ->
                message.setLeft(side.record().name().toString()).setLeftProfile(side.profile()));
    sheet
        .right()
        .ifPresent(
            side ->
                message.setRight(side.record().name().toString()).setRightProfile(side.profile()));
    sheet.comparisons().forEach(each -> message.addComparisons(comparison(each, sheet.masked())));
    sheet
        .evidence()
        .ifPresent(
            link ->
                message.setEvidence(
                    ProfileProtos.pair(link, message.getLeft(), message.getRight())));
    return message.build();
  }

  private static Review.Comparison comparison(Comparison comparison, boolean masked) {
    var likeness =
        switch (comparison.likeness()) {
          case EQUAL -> Review.Comparison.Likeness.EQUAL;
          case NEAR -> Review.Comparison.Likeness.NEAR;
          case OTHER -> Review.Comparison.Likeness.OTHER;
          case LEFT_ONLY -> Review.Comparison.Likeness.LEFT_ONLY;
          case RIGHT_ONLY -> Review.Comparison.Likeness.RIGHT_ONLY;
        };
    return Review.Comparison.newBuilder()
        .setField(comparison.field())
        .setLeft(shown(comparison.field(), comparison.left(), masked))
        .setRight(shown(comparison.field(), comparison.right(), masked))
        .setLikeness(likeness)
        .build();
  }

  private static String shown(String field, String value, boolean masked) {
    return masked && !value.isEmpty() ? Masks.mask(field, value) : value;
  }

  private static Review.Opinion opinion(Opinion opinion) {
    return Review.Opinion.newBuilder()
        .setActor(opinion.actor())
        .setVerdict(verdict(opinion.verdict()))
        .setNote(opinion.note())
        .setTime(time(opinion.at()))
        .build();
  }

  private static Review.Kind kind(Kind kind) {
    return switch (kind) {
      case UNCERTAIN -> Review.Kind.UNCERTAIN;
      case LOOSE -> Review.Kind.LOOSE;
      case CONTRADICTING -> Review.Kind.CONTRADICTING;
      case SHARING -> Review.Kind.SHARING;
      case NAMESAKES -> Review.Kind.NAMESAKES;
      case DRAWN -> Review.Kind.DRAWN;
    };
  }

  private static Review.State state(org.masterplan.profiles.review.domain.Review.State state) {
    return switch (state) {
      case OPEN -> Review.State.OPEN;
      case SECOND_WANTED -> Review.State.SECOND_WANTED;
      case DISPUTED -> Review.State.DISPUTED;
      case DECIDED -> Review.State.DECIDED;
      case PASSED -> Review.State.PASSED;
    };
  }

  private static Review.Verdict verdict(Verdict verdict) {
    return switch (verdict) {
      case SAME -> Review.Verdict.SAME;
      case DIFFERENT -> Review.Verdict.DIFFERENT;
      case CANNOT_TELL -> Review.Verdict.CANNOT_TELL;
    };
  }

  static Verdict verdict(Review.Verdict verdict) {
    return switch (verdict) {
      case SAME -> Verdict.SAME;
      case DIFFERENT -> Verdict.DIFFERENT;
      case CANNOT_TELL -> Verdict.CANNOT_TELL;
      case VERDICT_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException(
              "verdict: " + verdict + " (expected: one that is said)");
    };
  }

  private static com.google.protobuf.Timestamp time(Instant instant) {
    return Timestamps.fromMillis(instant.toEpochMilli());
  }
}
