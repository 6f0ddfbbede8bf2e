/** The review feature's collections in MongoDB. */
@NullMarked
package org.masterplan.profiles.review.mongo;

import org.jspecify.annotations.NullMarked;
