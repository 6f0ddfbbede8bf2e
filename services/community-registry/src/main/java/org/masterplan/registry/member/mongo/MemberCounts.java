package org.masterplan.registry.member.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.masterplan.registry.member.app.Members.Count;
import org.masterplan.registry.member.domain.Participation;

/**
 * How many members each community has, counted when they change and not when they are looked at.
 * Counted afresh each time, never added up, so that a repeated write cannot spoil it.
 */
final class MemberCounts {
  private final MongoCollection<Document> counts;
  private final MongoCollection<Document> members;

  MemberCounts(MongoDatabase database, MongoCollection<Document> members) {
    this.counts = database.getCollection("memberCounts");
    this.members = members;
  }

  void recount(String community) {
    var taking =
        and(
            eq(MemberDocument.COMMUNITY, community),
            eq(MemberDocument.STATE, Participation.JOINED.name()));
    long listed = members.countDocuments(taking);
    long unknown = members.countDocuments(and(taking, exists(MemberDocument.PROFILE, false)));
    counts.updateOne(
        eq("_id", community),
        Updates.combine(Updates.set("listed", listed), Updates.set("known", listed - unknown)),
        new UpdateOptions().upsert(true));
  }

  List<Count> of(Collection<String> communities) {
    var filter = communities.isEmpty() ? new Document() : in("_id", communities);
    return counts
        .find(filter)
        .batchSize(1000)
        .map(d -> new Count(d.getString("_id"), d.getLong("listed"), d.getLong("known")))
        .into(new ArrayList<>());
  }
}
