/** The profile feature's collections in MongoDB. */
@NullMarked
package org.masterplan.profiles.profile.mongo;

import org.jspecify.annotations.NullMarked;
