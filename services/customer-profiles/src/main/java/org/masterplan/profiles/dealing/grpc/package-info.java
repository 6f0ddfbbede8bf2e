/** Speaks {@code masterplan.profiles.v1} for dealings, and reads their files. */
@NullMarked
package org.masterplan.profiles.dealing.grpc;

import org.jspecify.annotations.NullMarked;
