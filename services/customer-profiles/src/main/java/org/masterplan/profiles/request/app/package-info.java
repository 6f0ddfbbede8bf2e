/** Takes requests of persons down and follows them until they are answered. */
@NullMarked
package org.masterplan.profiles.request.app;

import org.jspecify.annotations.NullMarked;
