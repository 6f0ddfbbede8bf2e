/**
 * Speaks {@code masterplan.profiles.v1} for snapshots, and asks other services for what they hold.
 */
@NullMarked
package org.masterplan.profiles.snapshot.grpc;

import org.jspecify.annotations.NullMarked;
