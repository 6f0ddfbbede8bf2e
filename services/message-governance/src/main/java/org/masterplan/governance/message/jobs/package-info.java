/** Work on contacts that outlives the call which asked for it. */
@NullMarked
package org.masterplan.governance.message.jobs;

import org.jspecify.annotations.NullMarked;
