/** Text as people write it: folding of case and marks, canonical form. */
@NullMarked
package org.masterplan.kernel.text;

import org.jspecify.annotations.NullMarked;
