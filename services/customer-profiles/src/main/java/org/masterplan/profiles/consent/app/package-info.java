/** The ledger of consent, and what a withdrawal sets in motion. */
@NullMarked
package org.masterplan.profiles.consent.app;

import org.jspecify.annotations.NullMarked;
