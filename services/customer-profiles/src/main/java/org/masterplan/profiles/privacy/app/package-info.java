/** Answering a person who asks what is known, or asks to be forgotten. */
@NullMarked
package org.masterplan.profiles.privacy.app;

import org.jspecify.annotations.NullMarked;
