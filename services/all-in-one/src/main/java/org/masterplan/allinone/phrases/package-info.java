/** What the command line says, in English and Vietnamese. */
@NullMarked
package org.masterplan.allinone.phrases;

import org.jspecify.annotations.NullMarked;
