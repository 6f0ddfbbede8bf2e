/** What the engine is given: fields of the dictionary, records, and their standardised values. */
@NullMarked
package org.masterplan.matching.record;

import org.jspecify.annotations.NullMarked;
