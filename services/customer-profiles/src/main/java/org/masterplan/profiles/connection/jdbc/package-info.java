/** Reads databases: the only package that knows a driver. */
@NullMarked
package org.masterplan.profiles.connection.jdbc;

import org.jspecify.annotations.NullMarked;
