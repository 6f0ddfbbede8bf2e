package org.masterplan.registry.member.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.kernel.ResourceName;
import org.masterplan.registry.member.domain.Keys;
import org.masterplan.registry.member.domain.Member;
import org.masterplan.registry.member.domain.Participation;

/**
 * The stored shape of a member. {@code unknown} is there while {@code profile} is not, so that
 * those who are still to be recognised are found by an index.
 */
final class MemberDocument {
  static final String ID = "_id";
  static final String COMMUNITY = "community";
  static final String STATE = "state";
  static final String PROFILE = "profile";
  static final String UNKNOWN = "unknown";
  static final String TOKENS = "tokens";
  static final String JOINED = "joined";
  static final String LEFT = "left";
  static final String MOVED = "moved";

  private MemberDocument() {}

  /** An upsert that keeps a stored profile where this member is not known. */
  static WriteModel<Document> put(Member member) {
    var sets = new ArrayList<Bson>();
    sets.add(Updates.set(COMMUNITY, member.community()));
    sets.add(Updates.set(STATE, member.state().name()));
    sets.add(Updates.set("platform", member.keys().platform()));
    sets.add(text("handle", member.keys().handle()));
    sets.add(text("email", member.keys().email()));
    sets.add(text("phone", member.keys().phone()));
    sets.add(text("record", member.keys().record()));
    sets.add(Updates.set(TOKENS, member.keys().tokens()));
    sets.add(time(JOINED, member.joined()));
    sets.add(time(LEFT, member.left()));
    sets.add(member.isKnown() ? profile(member.profile()) : Updates.setOnInsert(UNKNOWN, true));
    return new UpdateOneModel<>(
        eq(ID, member.name().toString()), Updates.combine(sets), new UpdateOptions().upsert(true));
  }

  /** Says who the member is; empty: nobody knows. */
  static Bson profile(String profile) {
    return profile.isEmpty()
        ? Updates.combine(Updates.unset(PROFILE), Updates.set(UNKNOWN, true))
        : Updates.combine(Updates.set(PROFILE, profile), Updates.unset(UNKNOWN));
  }

  static Member read(Document document) {
    var name = document.getString(ID);
    return new Member(
        ResourceName.parse("name", document.getString(COMMUNITY) + "/members", name),
        Participation.valueOf(document.getString(STATE)),
        new Keys(
            text(document, "platform"),
            text(document, "handle"),
            text(document, "email"),
            text(document, "phone"),
            text(document, "record")),
        text(document, PROFILE),
        time(document, JOINED),
        time(document, LEFT));
  }

  private static Bson text(String field, String text) {
    return text.isEmpty() ? Updates.unset(field) : Updates.set(field, text);
  }

  private static Bson time(String field, Optional<Instant> time) {
    return time.map(t -> Updates.set(field, Date.from(t))).orElseGet(() -> Updates.unset(field));
  }

  private static String text(Document document, String field) {
    return Optional.ofNullable(document.getString(field)).orElse("");
  }

  private static Optional<Instant> time(Document document, String field) {
    return Optional.ofNullable(document.getDate(field)).map(Date::toInstant);
  }
}
