/** Resolutions as messages. */
@NullMarked
package org.masterplan.profiles.resolution.grpc;

import org.jspecify.annotations.NullMarked;
