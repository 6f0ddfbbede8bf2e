/**
 * Rows of a Parquet file as text, read in bounded memory from a file that nobody vouches for, and
 * rows written into one. Knows nothing of imports.
 */
@NullMarked
package org.masterplan.platform.parquet;

import org.jspecify.annotations.NullMarked;
