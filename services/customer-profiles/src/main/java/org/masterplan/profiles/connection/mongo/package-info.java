/** Connections in MongoDB. */
@NullMarked
package org.masterplan.profiles.connection.mongo;

import org.jspecify.annotations.NullMarked;
