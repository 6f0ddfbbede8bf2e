/** The sample in MongoDB. */
@NullMarked
package org.masterplan.profiles.census.mongo;

import org.jspecify.annotations.NullMarked;
