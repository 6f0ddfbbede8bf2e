package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import org.masterplan.embeddedmongo.index.IndexDefinition;
import org.masterplan.embeddedmongo.index.Position;

/** An index for the parts of the library that only want to know which there are. */
final class DescribedIndex extends EmptyIndex<Position> {
  private final boolean unique;

  DescribedIndex(IndexDefinition definition) {
    super(
        definition.name(),
        definition.fields().stream()
            .map(field -> new IndexKey(field.path(), field.ascending()))
            .toList());
    this.unique = definition.unique() || definition.name().equals("_id_");
  }

  @Override
  public boolean isUnique() {
    return unique;
  }
}
