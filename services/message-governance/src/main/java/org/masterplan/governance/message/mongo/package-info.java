/** The message stores in MongoDB, driver only. */
@NullMarked
package org.masterplan.governance.message.mongo;

import org.jspecify.annotations.NullMarked;
