package org.masterplan.embeddedmongo.index;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an index keeps, as createIndexes asked for it. {@code spec} is given back by listIndexes.
 */
public record IndexDefinition(
    String name, List<IndexField> fields, IndexOptions options, Document spec) {

  /**
   * What an index does beside keeping order.
   *
   * @param partialFilter only documents that match it are in the index
   * @param expireAfterSeconds documents are deleted so long after the date in its one field
   */
  public record IndexOptions(
      boolean unique,
      boolean sparse,
      @Nullable Document partialFilter,
      @Nullable Integer expireAfterSeconds) {}

  /** Reads a specification that {@link IndexSpecifications#check} has accepted. */
  public static IndexDefinition of(Document spec) {
    List<IndexField> fields = new ArrayList<>();
    Document key = Fields.document(spec, "key");
    for (Map.Entry<String, Object> entry : key.entrySet()) {
      boolean ascending = ((Number) entry.getValue()).doubleValue() > 0;
      fields.add(new IndexField(entry.getKey(), ascending));
    }
    IndexOptions options =
        new IndexOptions(
            Utils.isTrue(spec.get("unique")),
            Utils.isTrue(spec.get("sparse")),
            (Document) spec.get("partialFilterExpression"),
            spec.get("expireAfterSeconds") instanceof Number seconds ? seconds.intValue() : null);
    return new IndexDefinition(String.valueOf(spec.get("name")), fields, options, spec);
  }

  public boolean unique() {
    return options.unique();
  }

  public boolean sparse() {
    return options.sparse();
  }

  public Document key() {
    return Fields.document(spec, "key");
  }

  /** Whether {@code other} would hold the same entries under the same rules. */
  public boolean sameAs(IndexDefinition other) {
    return fields.equals(other.fields) && options.equals(other.options);
  }
}
