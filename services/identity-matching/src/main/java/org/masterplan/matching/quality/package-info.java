/** How right a run was: against a truth, or against a sample that people labelled. */
@NullMarked
package org.masterplan.matching.quality;

import org.jspecify.annotations.NullMarked;
