/** Snapshots as Parquet files in a folder. */
@NullMarked
package org.masterplan.profiles.snapshot.file;

import org.jspecify.annotations.NullMarked;
