package org.masterplan.matching.record;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one source's columns are mapped to the dictionary.
 *
 * @param source the file's name without its extension; empty for the default of all files
 * @param idColumn the column that names a record; empty = its 1-based row
 */
public record SourceMapping(String source, String idColumn, Map<Field, Column> columns) {
  public SourceMapping {
    columns = new LinkedHashMap<>(columns);
  }
}
