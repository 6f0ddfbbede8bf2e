package org.masterplan.profiles.request.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;
import org.masterplan.profiles.request.domain.Claim;
import org.masterplan.profiles.request.domain.Deadline;
import org.masterplan.profiles.request.domain.PrivacyRequest;
import org.masterplan.profiles.request.domain.Progress;

/** The stored shape of a request. */
final class RequestDocument {
  private static final String VERIFIED = "verified";
  private static final String CLAIM = "claim";

  private RequestDocument() {}

  static Content write(PrivacyRequest request) {
    var wish = request.wish();
    var progress = request.progress();
    var body =
        new Document("kind", wish.kind().name())
            .append("profile", wish.profile().isEmpty() ? null : wish.profile())
            .append("reference", wish.reference())
            .append("receive_time", Date.from(wish.receivedAt()))
            .append("purpose", wish.purpose())
            .append("channel", wish.channel())
            .append("state", progress.state().name())
            .append("open", progress.state().isOpen())
            .append("due_time", Date.from(request.answer().due()))
            .append("next_time", Date.from(request.nextDue()))
            .append("acknowledgement", clock(request.acknowledgement()))
            .append("answer", clock(request.answer()))
            .append("extension", progress.extension())
            .append("operation", progress.operation())
            .append("reply", progress.reply())
            .append("by", request.created().by())
            .append("create_time", Date.from(request.created().at()))
            .append("update_time", Date.from(request.updatedAt()));
    progress.verified().ifPresent(v -> body.append(VERIFIED, verified(v)));
    progress.claim().ifPresent(c -> body.append(CLAIM, claim(c)));
    return new Content(body, new Document());
  }

  static PrivacyRequest read(Stored stored) {
    var body = stored.body();
    return new PrivacyRequest(
        new ResourceName("privacyRequests", stored.id()),
        wish(body),
        clock(body.get("acknowledgement", Document.class)),
        clock(body.get("answer", Document.class)),
        new Progress(
            PrivacyRequest.State.valueOf(body.getString("state")),
            Optional.ofNullable(body.get(VERIFIED, Document.class)).map(RequestDocument::verified),
            Optional.ofNullable(body.get(CLAIM, Document.class)).map(RequestDocument::claim),
            body.getString("extension"),
            body.getString("operation"),
            body.getString("reply")),
        new PrivacyRequest.Creation(body.getString("by"), time(body, "create_time")),
        time(body, "update_time"),
        stored.revision());
  }

  private static PrivacyRequest.Wish wish(Document body) {
    return new PrivacyRequest.Wish(
        PrivacyRequest.Kind.valueOf(body.getString("kind")),
        Optional.ofNullable(body.getString("profile")).orElse(""),
        body.getString("reference"),
        time(body, "receive_time"),
        body.getString("purpose"),
        body.getString("channel"));
  }

  private static Document clock(Deadline clock) {
    return new Document("rule", clock.rule())
        .append("article", clock.article())
        .append("due", Date.from(clock.due()))
        .append("stopped", clock.stopped().map(Date::from).orElse(null));
  }

  private static Deadline clock(Document clock) {
    return new Deadline(
        clock.getString("rule"),
        clock.getString("article"),
        time(clock, "due"),
        Optional.ofNullable(clock.getDate("stopped")).map(Date::toInstant));
  }

  private static Document verified(PrivacyRequest.Verification verified) {
    return new Document("method", verified.method().name())
        .append("by", verified.by())
        .append("at", Date.from(verified.at()));
  }

  private static PrivacyRequest.Verification verified(Document verified) {
    return new PrivacyRequest.Verification(
        PrivacyRequest.Method.valueOf(verified.getString("method")),
        verified.getString("by"),
        time(verified, "at"));
  }

  private static Document claim(Claim claim) {
    return new Document("by", claim.by())
        .append("at", Date.from(claim.at()))
        .append("seen", claim.seen());
  }

  private static Claim claim(Document claim) {
    return new Claim(claim.getString("by"), time(claim, "at"), claim.getLong("seen"));
  }

  private static Instant time(Document document, String field) {
    return document.getDate(field).toInstant();
  }
}
