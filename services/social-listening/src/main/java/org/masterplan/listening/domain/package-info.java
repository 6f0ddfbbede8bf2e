/** Mentions, complaints, ideas, incidents and threads. Plain Java. */
@NullMarked
package org.masterplan.listening.domain;

import org.jspecify.annotations.NullMarked;
