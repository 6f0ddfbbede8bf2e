/** What a sample says of all profiles, by the matching library. */
@NullMarked
package org.masterplan.profiles.census.estimate;

import org.jspecify.annotations.NullMarked;
