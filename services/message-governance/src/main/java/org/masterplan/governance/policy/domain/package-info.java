/** What a rule is: named, versioned, with its source. */
@NullMarked
package org.masterplan.governance.policy.domain;

import org.jspecify.annotations.NullMarked;
