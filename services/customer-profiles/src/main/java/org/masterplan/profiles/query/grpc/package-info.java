/** What is asked of people, as callers write it. */
@NullMarked
package org.masterplan.profiles.query.grpc;

import org.jspecify.annotations.NullMarked;
