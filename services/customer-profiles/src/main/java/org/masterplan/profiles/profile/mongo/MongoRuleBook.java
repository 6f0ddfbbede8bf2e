package org.masterplan.profiles.profile.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;
import org.masterplan.profiles.profile.app.RuleBook;
import org.masterplan.profiles.profile.domain.GoldenRules;
import org.masterplan.profiles.profile.domain.Value;

/** The rules for golden values in MongoDB: one document, in the order of its fields' names. */
public final class MongoRuleBook implements RuleBook {
  private static final String COLLECTION = "goldenRules";
  private static final String RULES = "rules";

  private final VersionedDocuments documents;

  public MongoRuleBook(MongoDatabase database) {
    this.documents = new VersionedDocuments(database, COLLECTION);
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(COLLECTION, VersionedDocuments.indexes());
  }

  @Override
  public GoldenRules current() {
    return documents.find(RULES).map(MongoRuleBook::read).orElse(GoldenRules.USUAL);
  }

  @Override
  public void replace(GoldenRules next, AuditEntry entry) {
    try {
      if (next.revision() == 1) {
        documents.add(RULES, write(next), entry);
      } else {
        documents.replace(RULES, next.revision() - 1, write(next), entry);
      }
    } catch (AlreadyExists | Stale _) {
      throw Stale.named(COLLECTION);
    }
  }

  private static Content write(GoldenRules rules) {
    // A field's name may hold what a key may not.
    var fields =
        rules.first().entrySet().stream()
            .map(
                rule ->
                    new Document("field", rule.getKey()).append("first", rule.getValue().name()))
            .toList();
    var body =
        new Document("fields", fields)
            .append("setBy", rules.setBy())
            .append("setAt", rules.setAt().map(Date::from).orElse(null));
    return new Content(body, new Document());
  }

  private static GoldenRules read(Stored stored) {
    var first = new TreeMap<String, Value.Rule>();
    List<Document> fields = stored.body().getList("fields", Document.class);
    fields.forEach(
        each -> first.put(each.getString("field"), Value.Rule.valueOf(each.getString("first"))));
    return new GoldenRules(
        first,
        stored.body().getString("setBy"),
        Optional.ofNullable(stored.body().getDate("setAt")).map(Date::toInstant),
        stored.revision());
  }
}
