/** Tells of requests whose time runs out. */
@NullMarked
package org.masterplan.profiles.request.jobs;

import org.jspecify.annotations.NullMarked;
