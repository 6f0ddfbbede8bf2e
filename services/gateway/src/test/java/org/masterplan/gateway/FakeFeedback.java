package org.masterplan.gateway;

import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.listening.v1.Feedback;
import org.masterplan.listening.v1.Feedback.AuthorStanding;
import org.masterplan.listening.v1.Feedback.Type;
import org.masterplan.listening.v1.FeedbackServiceGrpc;
import org.masterplan.listening.v1.ListFeedbackRequest;
import org.masterplan.listening.v1.ListFeedbackResponse;
import org.masterplan.listening.v1.ResolveFeedbackAuthorsRequest;
import org.masterplan.listening.v1.ResolveFeedbackAuthorsResponse;
import org.masterplan.listening.v1.SummarizeFeedbackRequest;
import org.masterplan.listening.v1.SummarizeFeedbackResponse;

/** Two pieces of feedback; notes what is asked for, and may not tell who the authors are. */
final class FakeFeedback extends FeedbackServiceGrpc.FeedbackServiceImplBase {
  final List<String> asked = new ArrayList<>();
  boolean away;
  boolean untold;

  void reset() {
    asked.clear();
    away = false;
    untold = false;
  }

  @Override
  public void listFeedback(
      ListFeedbackRequest request, StreamObserver<ListFeedbackResponse> reply) {
    asked.add(request.getFilter());
    var first =
        Feedback.newBuilder()
            .setName("feedback/one")
            .setType(Type.CRITICISM)
            .setText("Nắp khó mở <b>quá</b>")
            .setAuthor("facebook:ng***")
            .setCommunity("communities/me-bim")
            .setTime(FakePlan.NOW);
    if (!untold) {
      first.setProfile("profiles/p7k2m9").setAuthorStanding(AuthorStanding.CURRENT_CUSTOMER);
    }
    FakeCommunities.answer(
        reply,
        () ->
            ListFeedbackResponse.newBuilder()
                .addFeedback(first)
                .addFeedback(
                    Feedback.newBuilder()
                        .setName("feedback/two")
                        .setType(Type.SUGGESTION)
                        .setText("Hộp nhỏ hơn")
                        .setAuthorStanding(AuthorStanding.UNKNOWN_AUTHOR)
                        .setTime(FakePlan.NOW))
                .setNextPageToken("later")
                .build());
  }

  @Override
  public void summarizeFeedback(
      SummarizeFeedbackRequest request, StreamObserver<SummarizeFeedbackResponse> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            SummarizeFeedbackResponse.newBuilder()
                .addCounts(
                    SummarizeFeedbackResponse.Count.newBuilder()
                        .setType(Type.CRITICISM)
                        .setAuthorStanding(
                            untold
                                ? AuthorStanding.AUTHOR_STANDING_UNSPECIFIED
                                : AuthorStanding.CURRENT_CUSTOMER)
                        .setFeedback(1_204))
                .setAsOfTime(FakePlan.NOW)
                .build());
  }

  @Override
  public void resolveFeedbackAuthors(
      ResolveFeedbackAuthorsRequest request, StreamObserver<ResolveFeedbackAuthorsResponse> reply) {
    if (away) {
      reply.onError(io.grpc.Status.UNAVAILABLE.asRuntimeException());
      return;
    }
    asked.add("authors " + request.getPageToken());
    var next = request.getPageToken().isEmpty() ? "second" : "";
    FakeCommunities.answer(
        reply, () -> ResolveFeedbackAuthorsResponse.newBuilder().setNextPageToken(next).build());
  }
}
