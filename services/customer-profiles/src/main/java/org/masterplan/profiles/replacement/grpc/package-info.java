/** The replacing of old databases, as gRPC. */
@NullMarked
package org.masterplan.profiles.replacement.grpc;

import org.jspecify.annotations.NullMarked;
