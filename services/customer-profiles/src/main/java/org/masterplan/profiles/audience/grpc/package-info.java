/** Speaks {@code masterplan.profiles.v1} for audiences, and asks other services about them. */
@NullMarked
package org.masterplan.profiles.audience.grpc;

import org.jspecify.annotations.NullMarked;
