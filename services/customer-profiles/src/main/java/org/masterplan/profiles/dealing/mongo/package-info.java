/** Dealings in MongoDB. */
@NullMarked
package org.masterplan.profiles.dealing.mongo;

import org.jspecify.annotations.NullMarked;
