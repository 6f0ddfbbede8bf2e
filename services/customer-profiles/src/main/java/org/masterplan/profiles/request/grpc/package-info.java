/** Requests of persons over gRPC. */
@NullMarked
package org.masterplan.profiles.request.grpc;

import org.jspecify.annotations.NullMarked;
