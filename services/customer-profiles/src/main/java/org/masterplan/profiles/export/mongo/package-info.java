/** The export feature's collections in MongoDB. */
@NullMarked
package org.masterplan.profiles.export.mongo;

import org.jspecify.annotations.NullMarked;
