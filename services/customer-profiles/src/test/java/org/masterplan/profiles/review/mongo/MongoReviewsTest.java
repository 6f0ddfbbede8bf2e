package org.masterplan.profiles.review.mongo;

import java.util.List;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.review.app.Reviews;
import org.masterplan.profiles.review.app.ReviewsContract;

class MongoReviewsTest extends ReviewsContract {
  @Override
  protected Reviews reviews() {
    var database = MongoTestServer.database("reviews");
    CollectionIndexes.create(database, List.of(MongoReviews.indexes()));
    return new MongoReviews(database);
  }
}
