/** Lists of people by what is known around them. */
@NullMarked
package org.masterplan.profiles.query.app;

import org.jspecify.annotations.NullMarked;
