/** Who is whom: decisions, the state they make, and how groups of records keep their names. */
@NullMarked
package org.masterplan.profiles.identity.domain;

import org.jspecify.annotations.NullMarked;
