/** What is worth a person's look, what stewards said of it, and how far they agree. */
@NullMarked
package org.masterplan.profiles.review.domain;

import org.jspecify.annotations.NullMarked;
