/** What of people leaves the plan in files, and that it did. */
@NullMarked
package org.masterplan.profiles.export.domain;

import org.jspecify.annotations.NullMarked;
