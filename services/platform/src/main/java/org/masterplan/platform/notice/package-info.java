/** Notices: an inbox in the console, a daily mail, a signed webhook. */
@NullMarked
package org.masterplan.platform.notice;

import org.jspecify.annotations.NullMarked;
