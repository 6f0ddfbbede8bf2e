package org.masterplan.embeddedmongo;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.FindIterable;
import org.bson.Document;

/** How a query was answered, as {@code explain} tells it. */
record Cost(String stage, String index, int keys, long returned) {
  static Cost cost(FindIterable<Document> find) {
    Document explained = find.explain(ExplainVerbosity.EXECUTION_STATS);
    Document plan =
        explained.get("queryPlanner", Document.class).get("winningPlan", Document.class);
    Document scan = plan.containsKey("inputStage") ? plan.get("inputStage", Document.class) : plan;
    Document statistics = explained.get("executionStats", Document.class);
    return new Cost(
        plan.getString("stage"),
        scan.getString("indexName"),
        statistics.get("totalKeysExamined", Number.class).intValue(),
        statistics.get("nReturned", Number.class).longValue());
  }

  /** How many documents were read. */
  static int documents(FindIterable<Document> find) {
    return find.explain(ExplainVerbosity.EXECUTION_STATS)
        .get("executionStats", Document.class)
        .get("totalDocsExamined", Number.class)
        .intValue();
  }
}
