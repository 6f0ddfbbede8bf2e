/** Profiles as files: within purpose and consent, and written down. */
@NullMarked
package org.masterplan.profiles.export.app;

import org.jspecify.annotations.NullMarked;
