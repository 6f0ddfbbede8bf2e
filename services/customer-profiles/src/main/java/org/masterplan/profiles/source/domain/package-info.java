/** Sources, their mappings, and the records that they bring. */
@NullMarked
package org.masterplan.profiles.source.domain;

import org.jspecify.annotations.NullMarked;
