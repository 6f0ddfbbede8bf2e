/** Speaks {@code masterplan.profiles.v1} for the profile feature. Translates; decides nothing. */
@NullMarked
package org.masterplan.profiles.profile.grpc;

import org.jspecify.annotations.NullMarked;
