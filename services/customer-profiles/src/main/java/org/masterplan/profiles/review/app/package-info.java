/**
 * Searching for what is worth a look, taking stewards' words, and the ports to where both are kept.
 */
@NullMarked
package org.masterplan.profiles.review.app;

import org.jspecify.annotations.NullMarked;
