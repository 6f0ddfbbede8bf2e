/** What people did with the company, and what follows from it. */
@NullMarked
package org.masterplan.profiles.dealing.domain;

import org.jspecify.annotations.NullMarked;
