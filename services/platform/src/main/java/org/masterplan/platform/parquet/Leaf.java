package org.masterplan.platform.parquet;

/**
 * One column.
 *
 * @param length of a value in bytes, where the column states it
 * @param definition how often on the way from the row to a value there could be none: at this level
 *     a value is there
 * @param repetition 1 if a row may have several values
 * @param text what a stored value reads
 */
record Leaf(
    String name, Physical physical, int length, int definition, int repetition, Texts.Text text) {}
