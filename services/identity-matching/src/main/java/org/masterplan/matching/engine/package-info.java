/** The whole run, from records to entities. */
@NullMarked
package org.masterplan.matching.engine;

import org.jspecify.annotations.NullMarked;
