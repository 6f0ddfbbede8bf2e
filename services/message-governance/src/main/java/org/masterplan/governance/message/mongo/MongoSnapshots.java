package org.masterplan.governance.message.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import org.bson.Document;
import org.masterplan.governance.message.app.Snapshots;
import org.masterplan.platform.mongo.CollectionIndexes;

/**
 * Audiences in MongoDB: a head per message, and its people in pieces under a generation of their
 * own, written before the head names it.
 */
public final class MongoSnapshots implements Snapshots {
  private static final String HEADS = "audiences";
  private static final String PIECES = "audiencePieces";
  private static final int PIECE = 5000;
  private static final int HEADS_AT_ONCE = 500;

  private final MongoCollection<Document> heads;
  private final MongoCollection<Document> pieces;
  private final Supplier<String> ids;

  /** {@code ids}: gives an id that was never given before. */
  public MongoSnapshots(MongoDatabase database, Supplier<String> ids) {
    this.heads = database.getCollection(HEADS);
    this.pieces = database.getCollection(PIECES);
    this.ids = ids;
  }

  /** The indexes that it needs. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(PIECES, List.of(index("generation"), index("people")));
  }

  private static IndexModel index(String field) {
    return new IndexModel(Indexes.ascending(field), new IndexOptions().name(field));
  }

  @Override
  public Head save(String message, Collection<String> people, Instant asOf) {
    var before = head(message);
    var head = new Head(message, ids.get(), 0, people.size(), asOf);
    var number = new int[1];
    people.stream()
        .gather(Gatherers.windowFixed(PIECE))
        .forEach(piece -> pieces.insertOne(piece(head, number[0]++, piece)));
    heads.replaceOne(eq("_id", message), write(head), new ReplaceOptions().upsert(true));
    before.ifPresent(this::removePieces);
    return head;
  }

  private void removePieces(Head head) {
    for (int i = 0; i * (long) PIECE < head.people(); i++) {
      pieces.deleteOne(eq("_id", head.generation() + "#" + i));
    }
  }

  @Override
  public Optional<Head> head(String message) {
    return Optional.ofNullable(heads.find(eq("_id", message)).first()).map(MongoSnapshots::read);
  }

  @Override
  public List<Head> heads(Collection<String> messages) {
    return heads
        .find(in("_id", messages))
        .batchSize(HEADS_AT_ONCE)
        .map(MongoSnapshots::read)
        .into(new ArrayList<>());
  }

  @Override
  public List<String> people(Head head) {
    var people = new TreeSet<String>();
    pieces
        .find(eq("generation", head.generation()))
        .batchSize(10)
        .forEach(d -> people.addAll(d.getList("people", String.class)));
    return List.copyOf(people);
  }

  @Override
  public int move(String from, String to) {
    return change(from, people -> people.add(to));
  }

  @Override
  public int remove(String person) {
    return change(person, _ -> {});
  }

  private int change(String person, Consumer<TreeSet<String>> instead) {
    var touched = pieces.find(eq("people", person)).batchSize(10).into(new ArrayList<>());
    for (var piece : touched) {
      var people = new TreeSet<>(piece.getList("people", String.class));
      people.remove(person);
      instead.accept(people);
      pieces.updateOne(eq("_id", piece.get("_id")), Updates.set("people", List.copyOf(people)));
      heads.updateOne(eq("_id", piece.get("message")), Updates.inc("edition", 1));
    }
    return touched.size();
  }

  private static Document piece(Head head, int number, List<String> people) {
    return new Document("_id", head.generation() + "#" + number)
        .append("generation", head.generation())
        .append("message", head.message())
        .append("people", people);
  }

  private static Document write(Head head) {
    return new Document("_id", head.message())
        .append("generation", head.generation())
        .append("edition", head.edition())
        .append("people", head.people())
        .append("asOf", Date.from(head.asOf()));
  }

  private static Head read(Document stored) {
    return new Head(
        stored.getString("_id"),
        stored.getString("generation"),
        stored.getInteger("edition"),
        stored.getInteger("people"),
        stored.getDate("asOf").toInstant());
  }
}
