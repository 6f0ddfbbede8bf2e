/** Messages, their life, their audiences and what they collide with. Plain Java. */
@NullMarked
package org.masterplan.governance.message.domain;

import org.jspecify.annotations.NullMarked;
