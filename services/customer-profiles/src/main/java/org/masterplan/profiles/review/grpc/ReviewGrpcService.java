package org.masterplan.profiles.review.grpc;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.profiles.review.app.Deciding;
import org.masterplan.profiles.review.app.ReviewDesk;
import org.masterplan.profiles.review.app.ReviewFields;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.jobs.SearchWork;
import org.masterplan.profiles.v1.DecideReviewRequest;
import org.masterplan.profiles.v1.GetReviewRequest;
import org.masterplan.profiles.v1.GetReviewSummaryRequest;
import org.masterplan.profiles.v1.ListReviewsRequest;
import org.masterplan.profiles.v1.ListReviewsResponse;
import org.masterplan.profiles.v1.Review;
import org.masterplan.profiles.v1.ReviewServiceGrpc;
import org.masterplan.profiles.v1.ReviewSummary;
import org.masterplan.profiles.v1.StartReviewSearchRequest;
import org.masterplan.profiles.v1.UndoReviewRequest;

/** Speaks {@code masterplan.profiles.v1.ReviewService}. Translates; decides nothing. */
public final class ReviewGrpcService extends ReviewServiceGrpc.ReviewServiceImplBase {
  private static final String REVIEWS = "reviews/";
  private static final Listing LISTING =
      Listing.of("ListReviews", ReviewFields.ALL, ReviewFields.SORTABLE, ReviewFields.DEFAULT)
          .of(org.masterplan.profiles.v1.Review.getDescriptor());

  private final ReviewDesk desk;
  private final Deciding deciding;
  private final Operations operations;
  private final Supplier<String> ids;

  /**
   * Prepares the service.
   *
   * @param ids of searches
   */
  public ReviewGrpcService(
      ReviewDesk desk, Deciding deciding, Operations operations, Supplier<String> ids) {
    this.desk = desk;
    this.deciding = deciding;
    this.operations = operations;
    this.ids = ids;
  }

  @Override
  public void startReviewSearch(StartReviewSearchRequest request, StreamObserver<Operation> reply) {
    var payload = SearchWork.payload(request.getSampleSize());
    send(reply, operations.start(SearchWork.KIND, ids.get(), payload));
  }

  @Override
  public void getReview(GetReviewRequest request, StreamObserver<Review> reply) {
    send(reply, sheet(deciding.get(pair(request.getName()))));
  }

  @Override
  public void listReviews(ListReviewsRequest request, StreamObserver<ListReviewsResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var page = desk.list(Paging.query(asked, LISTING));
    var reader = Caller.current().subject();
    var answer =
        ListReviewsResponse.newBuilder().setNextPageToken(Paging.token(asked, LISTING, page));
    page.items().forEach(sheet -> answer.addReviews(ReviewProtos.review(sheet, reader)));
    send(reply, answer.build());
  }

  @Override
  public void decideReview(DecideReviewRequest request, StreamObserver<Review> reply) {
    var act = act(request.getEtag(), request.getNote());
    var verdict = ReviewProtos.verdict(request.getVerdict());
    send(reply, sheet(deciding.decide(pair(request.getName()), verdict, act)));
  }

  @Override
  public void undoReview(UndoReviewRequest request, StreamObserver<Review> reply) {
    var act = act(request.getEtag(), request.getReason());
    send(reply, sheet(deciding.undo(pair(request.getName()), act)));
  }

  @Override
  public void getReviewSummary(
      GetReviewSummaryRequest request, StreamObserver<ReviewSummary> reply) {
    send(reply, ReviewProtos.summary(desk.summary()));
  }

  private Review sheet(org.masterplan.profiles.review.domain.Review review) {
    var reader = Caller.current();
    return ReviewProtos.review(desk.sheet(review, reader), reader.subject());
  }

  private static Pair pair(String name) {
    var id = name.startsWith(REVIEWS) ? name.substring(REVIEWS.length()) : "";
    return Pair.read(id).orElseThrow(() -> NotFound.named(name));
  }

  private static Deciding.Act act(String etag, String note) {
    return new Deciding.Act(Caller.current().subject(), Etags.revision(etag), note);
  }

  private static <T> void send(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }
}
