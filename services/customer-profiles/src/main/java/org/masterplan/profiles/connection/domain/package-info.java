/** What is known of the database behind a source. */
@NullMarked
package org.masterplan.profiles.connection.domain;

import org.jspecify.annotations.NullMarked;
