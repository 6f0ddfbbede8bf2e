package org.masterplan.platform.parquet;

/**
 * What a file may ask for. All that is held at once is the footer (at most {@link
 * Footer#MAX_BYTES}) and, of each column, one page and one dictionary.
 *
 * @param pageBytes of one page, unpacked
 * @param heldBytes of the pages and dictionaries of all columns at one time, unpacked
 * @param unpackedBytes of all pages of the file
 * @param textBytes of the text that the rows come to, a cell counting at least one: a run of a
 *     thousand million equal cells takes ten bytes in the file
 * @param columns of the file
 * @param rowChars of one row
 */
public record Bounds(
    int pageBytes, long heldBytes, long unpackedBytes, long textBytes, int columns, int rowChars) {}
