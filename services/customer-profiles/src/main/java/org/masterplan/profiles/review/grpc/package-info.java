/** Reviews as messages. */
@NullMarked
package org.masterplan.profiles.review.grpc;

import org.jspecify.annotations.NullMarked;
