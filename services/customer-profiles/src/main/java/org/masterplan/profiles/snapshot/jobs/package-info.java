/** Snapshots as long-running operations, and each night. */
@NullMarked
package org.masterplan.profiles.snapshot.jobs;

import org.jspecify.annotations.NullMarked;
