/** The source feature's collections in MongoDB. */
@NullMarked
package org.masterplan.profiles.source.mongo;

import org.jspecify.annotations.NullMarked;
