/** Counts of people, and samples of profiles, on the wire. */
@NullMarked
package org.masterplan.profiles.census.grpc;

import org.jspecify.annotations.NullMarked;
