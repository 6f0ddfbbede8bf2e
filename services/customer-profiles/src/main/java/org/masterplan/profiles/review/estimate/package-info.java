/** Precision and recall of a sample, by the estimator of the matching engine's library. */
@NullMarked
package org.masterplan.profiles.review.estimate;

import org.jspecify.annotations.NullMarked;
