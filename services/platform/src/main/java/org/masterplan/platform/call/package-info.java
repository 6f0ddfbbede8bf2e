/** Who calls: tokens in, access rules, the caller of the running call, tokens out. */
@NullMarked
package org.masterplan.platform.call;

import org.jspecify.annotations.NullMarked;
