package org.masterplan.profiles.review.app;

class InMemoryReviewsTest extends ReviewsContract {
  @Override
  protected Reviews reviews() {
    return new InMemoryReviews();
  }
}
