/** The contact stores in MongoDB, driver only. */
@NullMarked
package org.masterplan.governance.contact.mongo;

import org.jspecify.annotations.NullMarked;
