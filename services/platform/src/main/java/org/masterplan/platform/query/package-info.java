/** Reads {@code filter} and {@code order_by} of list calls, and compiles them for MongoDB. */
@NullMarked
package org.masterplan.platform.query;

import org.jspecify.annotations.NullMarked;
