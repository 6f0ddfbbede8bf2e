package org.masterplan.profiles.review.mongo;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bson.Document;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;
import org.masterplan.profiles.identity.domain.Said;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.review.domain.Finding;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Opinion;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Verdict;

/** The stored shape of a review: records by their numbers, nothing of what they say. */
final class ReviewDocument {
  static final String LEFT = "left";
  static final String RIGHT = "right";
  private static final String CARRIED = "carried";
  private static final String TAKEN = "taken";

  /** What stewards wrote. Earlier releases had it in each opinion. */
  static final String SAID = "said";

  static final String OPINIONS = "opinions";
  private static final String NOTES = "notes";

  private final Sealing sealing;

  ReviewDocument(Sealing sealing) {
    this.sealing = sealing;
  }

  Content write(Review review) {
    var finding = review.finding();
    var probability = finding.probability();
    var notes = new Document(NOTES, review.opinions().stream().map(Opinion::note).toList());
    var body =
        new Document(LEFT, review.pair().left())
            .append(RIGHT, review.pair().right())
            .append("kind", finding.kind().name())
            .append("state", review.state().name())
            .append("urgency", finding.urgency())
            .append("probability", probability.isPresent() ? probability.getAsDouble() : null)
            .append("source", finding.sources().stream().map(s -> "sources/" + s).toList())
            .append("sampled", finding.sampled())
            .append("wanted", review.wanted())
            .append("decider", review.opinions().stream().map(Opinion::actor).toList())
            .append(OPINIONS, review.opinions().stream().map(ReviewDocument::opinion).toList())
            .append(SAID, sealing.seal(review.pair().id(), notes))
            .append("passed", review.passed())
            .append("owed", review.owed())
            .append("create_time", Date.from(review.foundAt()))
            .append("decide_time", review.decidedAt().map(Date::from).orElse(null));
    review.carried().ifPresent(told -> body.append(CARRIED, carried(told)));
    review.taken().ifPresent(back -> body.append(TAKEN, taken(back)));
    return new Content(body, new Document());
  }

  Review read(Stored stored) {
    var body = stored.body();
    var probability = body.getDouble("probability");
    var finding =
        new Finding(
            Kind.valueOf(body.getString("kind")),
            body.getInteger("urgency"),
            probability == null ? OptionalDouble.empty() : OptionalDouble.of(probability),
            body.getList("source", String.class).stream()
                .map(name -> name.substring("sources/".length()))
                .toList(),
            body.getBoolean("sampled"));
    return new Review(
        new Pair(body.getLong(LEFT), body.getLong(RIGHT)),
        finding,
        body.getInteger("wanted"),
        opinions(stored.id(), body),
        Optional.ofNullable(body.get(CARRIED, Document.class)).map(ReviewDocument::carried),
        Optional.ofNullable(body.get(TAKEN, Document.class)).map(ReviewDocument::taken),
        body.getBoolean("passed"),
        body.getDate("create_time").toInstant(),
        stored.revision());
  }

  private List<Opinion> opinions(String id, Document body) {
    var all = body.getList(OPINIONS, Document.class);
    var notes = notes(id, body, all);
    var opinions = new ArrayList<Opinion>(all.size());
    for (int i = 0; i < all.size(); i++) {
      var each = all.get(i);
      opinions.add(
          new Opinion(
              each.getString("actor"),
              Verdict.valueOf(each.getString("verdict")),
              notes.get(i),
              each.getDate("at").toInstant()));
    }
    return opinions;
  }

  private List<String> notes(String id, Document body, List<Document> opinions) {
    var said = body.get(SAID, Document.class);
    return said == null
        ? opinions.stream().map(each -> each.getString("note")).toList()
        : sealing.open(id, said).getList(NOTES, String.class);
  }

  private static Document opinion(Opinion opinion) {
    return new Document("actor", opinion.actor())
        .append("verdict", opinion.verdict().name())
        .append("at", Date.from(opinion.at()));
  }

  private static Document carried(Review.Carried told) {
    return new Document("journal", told.journal()).append("before", told.before().name());
  }

  private static Review.Carried carried(Document told) {
    return new Review.Carried(told.getLong("journal"), Said.valueOf(told.getString("before")));
  }

  private static Document taken(Review.TakeBack back) {
    return new Document("word", back.word().name())
        .append("before", back.before().name())
        .append("actor", back.actor());
  }

  private static Review.TakeBack taken(Document back) {
    return new Review.TakeBack(
        Said.valueOf(back.getString("word")),
        Said.valueOf(back.getString("before")),
        back.getString("actor"));
  }
}
