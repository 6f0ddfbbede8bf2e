package org.masterplan.matching.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.masterplan.matching.record.SourceMapping;

/**
 * The mappings of a run (contracts.md, {@code resolve --config}).
 *
 * @param sources by source, which is the file's name without its extension
 * @param fallback for every source that is not named, or null
 */
public record MappingFile(Map<String, SourceMapping> sources, @Nullable SourceMapping fallback) {
  public MappingFile {
    sources = new LinkedHashMap<>(sources);
  }

  /** The mapping of a source: its own, else the one for all. */
  public Optional<SourceMapping> of(String source) {
    var own = sources.get(source);
    if (own != null || fallback == null) {
      return Optional.ofNullable(own);
    }
    return Optional.of(new SourceMapping(source, fallback.idColumn(), fallback.columns()));
  }
}
