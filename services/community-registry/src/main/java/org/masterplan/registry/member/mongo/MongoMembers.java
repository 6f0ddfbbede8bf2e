package org.masterplan.registry.member.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.query.MongoFilters;
import org.masterplan.registry.member.app.Members;
import org.masterplan.registry.member.domain.Keys;
import org.masterplan.registry.member.domain.Member;
import org.masterplan.registry.member.domain.Participation;

/** Members in MongoDB, one plain document each: there are many of them, and lists of lists. */
public final class MongoMembers implements Members {
  private static final String COLLECTION = "members";
  private static final int BATCH = 1000;
  private static final MongoFilters FIELDS =
      new MongoFilters(
          Map.of(
              "community", MemberDocument.COMMUNITY,
              "state", MemberDocument.STATE,
              "profile", MemberDocument.PROFILE,
              "handle", "handle",
              "join_time", MemberDocument.JOINED));

  private final MongoCollection<Document> collection;
  private final MemberCounts counts;

  public MongoMembers(MongoDatabase database) {
    this.collection = database.getCollection(COLLECTION);
    this.counts = new MemberCounts(database, collection);
  }

  /** What lists, counts and look-ups of members need. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(
        COLLECTION,
        List.of(
            index("newest", Indexes.descending("community", "joined", "_id")),
            index("state", Indexes.ascending("community", "state", "_id")),
            index("profile", Indexes.ascending("profile")),
            index("tokens", Indexes.ascending("tokens")),
            new IndexModel(
                Indexes.ascending("unknown", "_id"),
                new IndexOptions().name("unknown").sparse(true))));
  }

  private static IndexModel index(String name, Bson keys) {
    return new IndexModel(keys, new IndexOptions().name(name));
  }

  @Override
  public Map<String, Member> find(Collection<String> names) {
    var found = new HashMap<String, Member>();
    list(in(MemberDocument.ID, names), new Document(), names.size())
        .forEach(m -> found.put(m.name().toString(), m));
    return found;
  }

  @Override
  public void put(List<Member> members) {
    Bulk.run(collection, members.stream().map(MemberDocument::put).toList());
  }

  @Override
  public Slice<Member> page(Query query) {
    var filter = FIELDS.compile(query.filter());
    var after = query.after().map(p -> and(filter, FIELDS.after(query.order(), p))).orElse(filter);
    var found = list(after, FIELDS.sort(query.order()), query.size() + 1);
    if (found.size() <= query.size()) {
      return new Slice<>(found, Optional.empty());
    }
    var items = found.subList(0, query.size());
    return new Slice<>(items, Optional.of(position(items.getLast())));
  }

  /** Lists of members have one order, by the time of joining. */
  private static Position position(Member last) {
    var key = last.joined().<Value>map(Value.Time::new).orElseGet(Value.Absent::new);
    return new Position(key, last.name().toString());
  }

  @Override
  public List<Member> joined(String community, String after, int limit) {
    var taking = and(of(community, Participation.JOINED), gt(MemberDocument.ID, after));
    return list(taking, Sorts.ascending(MemberDocument.ID), limit);
  }

  @Override
  public List<Member> waiting(String community, int limit) {
    var longest = Sorts.ascending(MemberDocument.JOINED, MemberDocument.ID);
    return list(of(community, Participation.WAITING), longest, limit);
  }

  @Override
  public List<Member> ofProfiles(Collection<String> profiles) {
    var oldest = Sorts.ascending(MemberDocument.JOINED, MemberDocument.ID);
    return list(in(MemberDocument.PROFILE, profiles), oldest, 0);
  }

  @Override
  public List<Member> ofTokens(Collection<String> tokens) {
    var oldest = Sorts.ascending(MemberDocument.JOINED, MemberDocument.ID);
    return list(in(MemberDocument.TOKENS, tokens), oldest, 0);
  }

  @Override
  public List<Member> ofHandles(Collection<String> handles) {
    var any =
        handles.stream()
            .map(Keys::plain)
            .map(h -> regex(MemberDocument.TOKENS, "^handle:[^:]*:" + Pattern.quote(h) + "$"))
            .toList();
    var oldest = Sorts.ascending(MemberDocument.JOINED, MemberDocument.ID);
    return any.isEmpty() ? List.of() : list(or(any), oldest, 0);
  }

  @Override
  public List<Member> unknown(String after, int limit) {
    var still = and(eq(MemberDocument.UNKNOWN, true), gt(MemberDocument.ID, after));
    return list(still, Sorts.ascending(MemberDocument.ID), limit);
  }

  @Override
  public void recognise(Map<String, String> profilesByName) {
    var updates = new ArrayList<WriteModel<Document>>();
    profilesByName.forEach(
        (name, profile) ->
            updates.add(
                new UpdateOneModel<>(
                    eq(MemberDocument.ID, name), MemberDocument.profile(profile))));
    Bulk.run(collection, updates);
  }

  @Override
  public long move(Collection<String> names, Move move) {
    var earlier = or(exists(MemberDocument.MOVED, false), lt(MemberDocument.MOVED, move.journal()));
    var moved =
        Updates.combine(
            MemberDocument.profile(move.to()), Updates.set(MemberDocument.MOVED, move.journal()));
    long count = 0;
    for (var name : names) {
      var lock = and(eq(MemberDocument.ID, name), eq(MemberDocument.PROFILE, move.from()), earlier);
      count += collection.updateOne(lock, moved).getModifiedCount();
    }
    return count;
  }

  @Override
  public long erase(Collection<String> names) {
    var deletes =
        names.stream()
            .map(name -> new DeleteOneModel<Document>(eq(MemberDocument.ID, name)))
            .toList();
    return Bulk.run(collection, deletes).deleted();
  }

  @Override
  public void recount(String community) {
    counts.recount(community);
  }

  @Override
  public List<Count> counts(Collection<String> communities) {
    return counts.of(communities);
  }

  /** A limit of 0 is none. */
  private List<Member> list(Bson filter, Bson order, int limit) {
    return collection
        .find(filter)
        .sort(order)
        .limit(limit)
        .batchSize(BATCH)
        .map(MemberDocument::read)
        .into(new ArrayList<>());
  }

  private static Bson of(String community, Participation state) {
    return and(eq(MemberDocument.COMMUNITY, community), eq(MemberDocument.STATE, state.name()));
  }
}
