package org.masterplan.profiles.review.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.mongo.KeyedSealing;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.review.app.Reviews;
import org.masterplan.profiles.review.app.ReviewsContract;
import org.masterplan.profiles.review.domain.Finding;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Opinion;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Verdict;

/** Reviews of an installation that has keys: what stewards wrote stands nowhere as it is. */
class SealedReviewsTest extends ReviewsContract {
  private static final byte[] SECRET =
      "a secret of the installation's own".getBytes(StandardCharsets.UTF_8);
  private static final Sealing SEALING = new KeyedSealing(Map.of(1, SECRET));

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private final MongoDatabase database = MongoTestServer.database("sealedReviews");

  @Override
  protected Reviews reviews() {
    CollectionIndexes.create(database, List.of(MongoReviews.indexes()));
    return new MongoReviews(database, SEALING);
  }

  @Test
  void notes_standNowhereAsTheyAre_alsoThoseThatWereWrittenBefore() {
    var open = new MongoReviews(database);
    var finding = new Finding(Kind.DRAWN, 1, OptionalDouble.empty(), List.of("crm"), false);
    var found = Review.found(new Pair(1, 2), finding, 1, NOW);
    open.add(List.of(found), entry("REVIEW_FOUND"));
    var note = "Bưởi says that she is 0912345678";
    var review = found.say(new Opinion("lan@data", Verdict.SAME, note, NOW));
    open.replace(review, entry("REVIEW_DECIDED"));
    assertThat(stored()).contains("0912345678");
    var sealed = new MongoReviews(database, SEALING);

    assertThat(sealed.sealed().sealAgain("", 10).sealed()).isEqualTo(1);

    assertThat(stored()).doesNotContain("0912345678", "Bưởi");
    assertThat(sealed.find(review.pair())).contains(review);
    assertThat(sealed.sealed().sealAgain("", 10).sealed()).isZero();
  }

  private static AuditEntry entry(String act) {
    return new AuditEntry(NOW, "lan@data", act, List.of("opinions"), "");
  }

  private String stored() {
    var stored = new StringBuilder();
    database.getCollection("reviews").find().forEach(d -> stored.append(d.toJson()));
    return stored.toString();
  }
}
