/** The first matching: records that share an exact key are linked. */
@NullMarked
package org.masterplan.profiles.identity.exact;

import org.jspecify.annotations.NullMarked;
