/** Members and what is held about persons, over gRPC. */
@NullMarked
package org.masterplan.registry.member.grpc;

import org.jspecify.annotations.NullMarked;
