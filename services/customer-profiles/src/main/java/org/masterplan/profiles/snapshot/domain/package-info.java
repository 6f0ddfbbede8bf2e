/** What a snapshot of the plan is made of. */
@NullMarked
package org.masterplan.profiles.snapshot.domain;

import org.jspecify.annotations.NullMarked;
