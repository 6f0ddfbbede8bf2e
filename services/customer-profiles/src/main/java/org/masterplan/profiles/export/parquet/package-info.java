/** How columns stand in Parquet files. */
@NullMarked
package org.masterplan.profiles.export.parquet;

import org.jspecify.annotations.NullMarked;
