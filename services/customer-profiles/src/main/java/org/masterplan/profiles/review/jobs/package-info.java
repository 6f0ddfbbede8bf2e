/** Looking through all records as a long-running operation. */
@NullMarked
package org.masterplan.profiles.review.jobs;

import org.jspecify.annotations.NullMarked;
