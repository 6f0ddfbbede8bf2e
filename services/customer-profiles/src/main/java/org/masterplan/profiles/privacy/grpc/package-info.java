/** Speaks {@code masterplan.profiles.v1} for the privacy feature. Translates; decides nothing. */
@NullMarked
package org.masterplan.profiles.privacy.grpc;

import org.jspecify.annotations.NullMarked;
