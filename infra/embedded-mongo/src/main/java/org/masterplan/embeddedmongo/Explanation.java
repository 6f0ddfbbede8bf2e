package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.stream.Stream;
import org.masterplan.embeddedmongo.index.Plan;

/** How a query was answered, in the words MongoDB uses for it. */
final class Explanation {
  private Explanation() {}

  static Document of(StoreCollection collection, FindQuery query) {
    Finding finding = Finding.begin(collection.storage(), query);
    long returned;
    try (Stream<StoredDocument> found = finding.stream()) {
      returned = found.mapToLong(each -> 1).sum();
    }
    Plan plan = finding.plan();
    Document planner =
        new Document("namespace", collection.getFullName())
            .append("winningPlan", winningPlan(plan));
    Document statistics =
        new Document("nReturned", returned)
            .append("totalKeysExamined", finding.entriesExamined())
            .append("totalDocsExamined", finding.documentsExamined());
    return Replies.ok("queryPlanner", planner).append("executionStats", statistics);
  }

  private static Document winningPlan(Plan plan) {
    Document stage =
        !plan.legs().isEmpty() ? crossing(plan) : plan.union().isEmpty() ? scan(plan) : union(plan);
    return plan.sorted() ? stage : new Document("stage", "SORT").append("inputStage", stage);
  }

  private static Document crossing(Plan plan) {
    List<Document> legs =
        plan.legs().stream()
            .map(
                leg ->
                    new Document("stage", leg.size() == 1 ? "IXSCAN" : "SORT_MERGE")
                        .append("indexName", leg.getFirst().index().name())
                        .append("direction", plan.reverse() ? "backward" : "forward"))
            .toList();
    return new Document("stage", "AND_SORTED").append("inputStages", legs);
  }

  private static Document union(Plan plan) {
    return new Document("stage", "OR")
        .append("inputStages", plan.union().stream().map(Explanation::scan).toList());
  }

  private static Document scan(Plan plan) {
    boolean scan = plan.index().isPrimary() && !plan.bounded();
    Document stage = new Document("stage", scan ? "COLLSCAN" : "IXSCAN");
    if (!scan) {
      stage.append("indexName", plan.index().name());
    }
    stage.append("direction", plan.reverse() ? "backward" : "forward");
    return stage;
  }
}
