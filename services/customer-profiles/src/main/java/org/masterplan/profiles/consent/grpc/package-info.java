/** Speaks {@code masterplan.profiles.v1} for the consent feature. Translates; decides nothing. */
@NullMarked
package org.masterplan.profiles.consent.grpc;

import org.jspecify.annotations.NullMarked;
