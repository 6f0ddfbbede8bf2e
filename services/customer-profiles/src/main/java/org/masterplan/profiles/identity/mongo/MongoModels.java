package org.masterplan.profiles.identity.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bson.Document;
import org.masterplan.profiles.identity.app.KeptModel;
import org.masterplan.profiles.identity.app.Models;

/**
 * Models in MongoDB. What was learned of a million records is larger than a document may be: it
 * lies in pieces, and the document under the model's number, written last, says which.
 */
public final class MongoModels implements Models {
  /** Letters of one byte: hashes, numbers and names of fields. */
  private static final int PIECE = 4_000_000;

  private static final String OF = "of";
  private static final String NUMBER = "number";
  private static final String PIECES = "pieces";
  private static final String TEXT = "text";

  /** Values stand in it under the installation's key. */
  private static final String KEYED = "keyed";

  private final MongoCollection<Document> models;
  private final MongoCollection<Document> pieces;
  private final MongoCollection<Document> drafts;

  public MongoModels(MongoDatabase database) {
    var durable = WriteConcern.ACKNOWLEDGED.withJournal(true);
    this.models = database.getCollection("matchingModels").withWriteConcern(durable);
    this.pieces = database.getCollection("matchingModelPieces").withWriteConcern(durable);
    this.drafts = database.getCollection("matchingModelDrafts").withWriteConcern(durable);
  }

  @Override
  public Optional<KeptModel> after(long number) {
    var newest = models.find(gt("_id", number)).sort(Sorts.descending("_id")).limit(1).first();
    if (newest == null) {
      return Optional.empty();
    }
    // One that loses its pieces while it is read was replaced: then there is a newer one.
    var text = text(newest);
    return text.isEmpty()
        ? after(newest.getLong("_id"))
        : text.map(found -> read(newest, newest.getLong("_id"), found));
  }

  @Override
  public boolean keep(KeptModel model) {
    if (models.find(gt("_id", model.number() - 1)).limit(1).first() != null) {
      return false;
    }
    var of = UUID.randomUUID().toString();
    int count = write(model.text(), of, new Document(NUMBER, model.number()));
    if (!commit(model, of, count)) {
      pieces.deleteMany(in("_id", names(of, count)));
      return false;
    }
    models.deleteMany(lt("_id", model.number()));
    pieces.deleteMany(lt(NUMBER, model.number()));
    return true;
  }

  @Override
  public void setAside(String name, KeptModel model) {
    drop(name);
    var of = UUID.randomUUID().toString();
    int count = write(model.text(), of, new Document("aside", name));
    var draft = header(model, of, count).append("_id", name).append(NUMBER, model.number());
    drafts.replaceOne(eq("_id", name), draft, new ReplaceOptions().upsert(true));
  }

  @Override
  public Optional<KeptModel> aside(String name) {
    var draft = drafts.find(eq("_id", name)).first();
    return draft == null
        ? Optional.empty()
        : text(draft).map(text -> read(draft, draft.getLong(NUMBER), text));
  }

  @Override
  public void drop(String name) {
    drafts.deleteOne(eq("_id", name));
    pieces.deleteMany(eq("aside", name));
  }

  /**
   * Writes anew what an earlier release kept, the same model in other words; what has been is left
   * alone. Idempotent.
   */
  public void rewrite(UnaryOperator<String> rewriting) {
    rewrite(models, rewriting, old -> new Document(NUMBER, old.getLong("_id")));
    rewrite(drafts, rewriting, old -> new Document("aside", old.getString("_id")));
    var wanted = new ArrayList<String>();
    List.of(models, drafts).forEach(some -> some.find().forEach(h -> wanted.addAll(names(h))));
    pieces.deleteMany(nin("_id", wanted));
  }

  private void rewrite(
      MongoCollection<Document> headers,
      UnaryOperator<String> rewriting,
      Function<Document, Document> kept) {
    for (var old : headers.find(ne(KEYED, true)).into(new ArrayList<>())) {
      var text = text(old).map(rewriting);
      if (text.isPresent()) {
        var of = UUID.randomUUID().toString();
        int count = write(text.get(), of, kept.apply(old));
        var next = combine(set(OF, of), set(PIECES, count), set(KEYED, true));
        headers.updateOne(eq("_id", old.get("_id")), next);
      }
    }
  }

  /** {@code kept} says when they may go. */
  private int write(String text, String of, Document kept) {
    int count = 0;
    for (int at = 0; at < text.length(); at += PIECE) {
      var part = text.substring(at, Math.min(text.length(), at + PIECE));
      var piece = new Document("_id", name(of, count)).append(TEXT, part);
      piece.putAll(kept);
      pieces.insertOne(piece);
      count++;
    }
    return count;
  }

  private boolean commit(KeptModel model, String of, int count) {
    try {
      models.insertOne(header(model, of, count).append("_id", model.number()));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  private static Document header(KeptModel model, String of, int count) {
    return new Document("at", Date.from(model.learnedAt()))
        .append("records", model.records())
        .append(OF, of)
        .append(PIECES, count)
        .append(KEYED, true);
  }

  private Optional<String> text(Document model) {
    var names = names(model);
    var found = new TreeMap<Integer, String>();
    for (var piece : pieces.find(in("_id", names))) {
      found.put(names.indexOf(piece.getString("_id")), piece.getString(TEXT));
    }
    return found.size() == names.size()
        ? Optional.of(String.join("", found.values()))
        : Optional.empty();
  }

  private static KeptModel read(Document model, long number, String text) {
    return new KeptModel(
        number, model.getDate("at").toInstant(), model.getInteger("records"), text);
  }

  private static List<String> names(Document header) {
    return names(header.getString(OF), header.getInteger(PIECES));
  }

  private static List<String> names(String of, int count) {
    return IntStream.range(0, count).mapToObj(piece -> name(of, piece)).toList();
  }

  private static String name(String of, int piece) {
    return of + "/" + piece;
  }
}
