package org.masterplan.embeddedmongo.index;

import org.masterplan.embeddedmongo.kv.KeyRange;

/**
 * Entries of one index that begin alike, and so are in the order of what follows.
 *
 * @param fixed how many bytes all of them begin with
 */
public record Scan(StoredIndex index, KeyRange range, int fixed) {}
