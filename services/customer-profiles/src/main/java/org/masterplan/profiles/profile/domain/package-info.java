/** Profiles as people read them: values chosen from records, each with where it came from. */
@NullMarked
package org.masterplan.profiles.profile.domain;

import org.jspecify.annotations.NullMarked;
