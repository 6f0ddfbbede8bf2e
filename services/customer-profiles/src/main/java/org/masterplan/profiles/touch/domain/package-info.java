/** What touched a person, and by how many it was. */
@NullMarked
package org.masterplan.profiles.touch.domain;

import org.jspecify.annotations.NullMarked;
