/** How documents are kept: envelope, optimistic lock, audit outbox, change stamp. */
@NullMarked
package org.masterplan.platform.mongo;

import org.jspecify.annotations.NullMarked;
