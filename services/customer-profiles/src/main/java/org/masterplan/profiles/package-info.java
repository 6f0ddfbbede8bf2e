/** Customer profiles: one profile per person, from every customer database. */
@NullMarked
package org.masterplan.profiles;

import org.jspecify.annotations.NullMarked;
