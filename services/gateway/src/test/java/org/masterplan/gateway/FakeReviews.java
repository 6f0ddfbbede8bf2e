package org.masterplan.gateway;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.v1.DecideReviewRequest;
import org.masterplan.profiles.v1.ExplainProfileResponse;
import org.masterplan.profiles.v1.GetReviewRequest;
import org.masterplan.profiles.v1.GetReviewSummaryRequest;
import org.masterplan.profiles.v1.ListReviewsRequest;
import org.masterplan.profiles.v1.ListReviewsResponse;
import org.masterplan.profiles.v1.Review;
import org.masterplan.profiles.v1.ReviewServiceGrpc;
import org.masterplan.profiles.v1.ReviewSummary;
import org.masterplan.profiles.v1.StartReviewSearchRequest;
import org.masterplan.profiles.v1.UndoReviewRequest;

/** Three pairs that are asked about, and what is said of them. */
final class FakeReviews extends ReviewServiceGrpc.ReviewServiceImplBase {
  final Map<String, Review> stored = new LinkedHashMap<>();
  final List<Integer> searches = new ArrayList<>();
  String lastFilter = "";

  void reset() {
    stored.clear();
    searches.clear();
    for (var id : List.of("a-b", "c-d", "e-f")) {
      stored.put("reviews/" + id, pair(id));
    }
  }

  private static Review pair(String id) {
    return Review.newBuilder()
        .setName("reviews/" + id)
        .setKind(Review.Kind.CONTRADICTING)
        .setState(Review.State.OPEN)
        .setLeft("sources/crm-sua/records/1042")
        .setRight("sources/web-do-uong/records/u-77")
        .setLeftProfile("profiles/p7k2m9")
        .setRightProfile("profiles/p7k2m9")
        .setUrgency(80)
        .setWanted(1)
        .setMasked(true)
        .setCreateTime(FakePlan.NOW)
        .setEtag("1")
        .addComparisons(
            compared("fullName", "N. T. L.", "N. T. L.", Review.Comparison.Likeness.EQUAL))
        .addComparisons(
            compared("birthDate", "1989-**-**", "1961-**-**", Review.Comparison.Likeness.OTHER))
        .addComparisons(compared("email", "", "l***@x.vn", Review.Comparison.Likeness.RIGHT_ONLY))
        .setEvidence(
            ExplainProfileResponse.Pair.newBuilder()
                .setWeight(8)
                .setProbability(0.2)
                .addContributions(part("phone", "EXACT", 14))
                .addContributions(part("birthDate", "DIFFERENT", -6)))
        .build();
  }

  private static Review.Comparison compared(
      String field, String left, String right, Review.Comparison.Likeness likeness) {
    return Review.Comparison.newBuilder()
        .setField(field)
        .setLeft(left)
        .setRight(right)
        .setLikeness(likeness)
        .build();
  }

  private static ExplainProfileResponse.Contribution part(String field, String level, double bits) {
    return ExplainProfileResponse.Contribution.newBuilder()
        .setField(field)
        .setLevel(level)
        .setWeight(bits)
        .build();
  }

  @Override
  public void listReviews(ListReviewsRequest request, StreamObserver<ListReviewsResponse> reply) {
    lastFilter = request.getFilter();
    var waiting =
        stored.values().stream()
            .filter(r -> !lastFilter.contains("OPEN") || r.getState() != Review.State.DECIDED);
    FakeCommunities.answer(
        reply, () -> ListReviewsResponse.newBuilder().addAllReviews(waiting.toList()).build());
  }

  @Override
  public void getReview(GetReviewRequest request, StreamObserver<Review> reply) {
    FakeCommunities.answer(reply, () -> find(request.getName()));
  }

  private Review find(String name) {
    var found = stored.get(name);
    if (found == null) {
      throw NotFound.named(name);
    }
    return found;
  }

  @Override
  public void decideReview(DecideReviewRequest request, StreamObserver<Review> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          var seen = find(request.getName());
          if (!seen.getEtag().equals(request.getEtag())) {
            throw Stale.named(request.getName());
          }
          var opinion =
              Review.Opinion.newBuilder()
                  .setActor("data")
                  .setVerdict(request.getVerdict())
                  .setNote(request.getNote())
                  .setTime(FakePlan.NOW);
          return keep(
              seen.toBuilder()
                  .setState(Review.State.DECIDED)
                  .addOpinions(opinion)
                  .setEtag(seen.getEtag() + "1")
                  .build());
        });
  }

  @Override
  public void undoReview(UndoReviewRequest request, StreamObserver<Review> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          var seen = find(request.getName());
          if (seen.getOpinionsCount() == 0) {
            throw new WrongState("REVIEW_UNSAID", Map.of("name", request.getName()));
          }
          return keep(
              seen.toBuilder()
                  .setState(Review.State.OPEN)
                  .clearOpinions()
                  .setEtag(seen.getEtag() + "1")
                  .build());
        });
  }

  private Review keep(Review review) {
    stored.put(review.getName(), review);
    return review;
  }

  @Override
  public void startReviewSearch(StartReviewSearchRequest request, StreamObserver<Operation> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          searches.add(request.getSampleSize());
          return Operation.newBuilder().setName("operations/profiles-s").build();
        });
  }

  @Override
  public void getReviewSummary(
      GetReviewSummaryRequest request, StreamObserver<ReviewSummary> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            ReviewSummary.newBuilder()
                .addCounts(
                    ReviewSummary.Count.newBuilder()
                        .setKind(Review.Kind.CONTRADICTING)
                        .setState(Review.State.OPEN)
                        .setReviews(3))
                .setJudgedTwice(20)
                .setAgreed(15)
                .setKappa(0.4667)
                .setSearchTime(FakePlan.NOW)
                .build());
  }
}
