/** Snapshots of the plan: taken, kept and removed. */
@NullMarked
package org.masterplan.profiles.snapshot.app;

import org.jspecify.annotations.NullMarked;
