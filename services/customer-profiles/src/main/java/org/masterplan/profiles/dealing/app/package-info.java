/** Dealings of people: taken in, kept, and what they come to. */
@NullMarked
package org.masterplan.profiles.dealing.app;

import org.jspecify.annotations.NullMarked;
