package org.masterplan.profiles.review.mongo;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bson.Document;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;
import org.masterplan.profiles.identity.domain.Said;
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

  private ReviewDocument() {}

  static Content write(Review review) {
    var finding = review.finding();
    var probability = finding.probability();
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
            .append("opinions", review.opinions().stream().map(ReviewDocument::opinion).toList())
            .append("passed", review.passed())
            .append("owed", review.owed())
            .append("create_time", Date.from(review.foundAt()))
            .append("decide_time", review.decidedAt().map(Date::from).orElse(null));
    review.carried().ifPresent(told -> body.append(CARRIED, carried(told)));
    review.taken().ifPresent(back -> body.append(TAKEN, taken(back)));
    return new Content(body, new Document());
  }

  static Review read(Stored stored) {
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
        opinions(body.getList("opinions", Document.class)),
        Optional.ofNullable(body.get(CARRIED, Document.class)).map(ReviewDocument::carried),
        Optional.ofNullable(body.get(TAKEN, Document.class)).map(ReviewDocument::taken),
        body.getBoolean("passed"),
        body.getDate("create_time").toInstant(),
        stored.revision());
  }

  private static List<Opinion> opinions(List<Document> all) {
    return all.stream()
        .map(
            each ->
                new Opinion(
                    each.getString("actor"),
                    Verdict.valueOf(each.getString("verdict")),
                    each.getString("note"),
                    each.getDate("at").toInstant()))
        .toList();
  }

  private static Document opinion(Opinion opinion) {
    return new Document("actor", opinion.actor())
        .append("verdict", opinion.verdict().name())
        .append("note", opinion.note())
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
