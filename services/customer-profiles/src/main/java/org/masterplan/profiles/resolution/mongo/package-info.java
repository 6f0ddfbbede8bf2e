/** Resolutions in MongoDB. */
@NullMarked
package org.masterplan.profiles.resolution.mongo;

import org.jspecify.annotations.NullMarked;
