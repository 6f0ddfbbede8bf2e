/** Speaks {@code masterplan.profiles.v1} for the source feature. Translates; decides nothing. */
@NullMarked
package org.masterplan.profiles.source.grpc;

import org.jspecify.annotations.NullMarked;
