/** Reading, finding and correcting profiles. */
@NullMarked
package org.masterplan.profiles.profile.app;

import org.jspecify.annotations.NullMarked;
