/** Speaks {@code masterplan.profiles.v1} for exports, and writes their files. */
@NullMarked
package org.masterplan.profiles.export.grpc;

import org.jspecify.annotations.NullMarked;
