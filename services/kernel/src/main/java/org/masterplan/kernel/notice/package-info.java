/** What domains have to tell people, without knowing how it reaches them. */
@NullMarked
package org.masterplan.kernel.notice;

import org.jspecify.annotations.NullMarked;
