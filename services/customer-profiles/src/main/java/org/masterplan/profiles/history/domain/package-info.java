/** What changed about a profile. */
@NullMarked
package org.masterplan.profiles.history.domain;

import org.jspecify.annotations.NullMarked;
