/** How many people there are, by what stewards say of profiles drawn by chance. */
@NullMarked
package org.masterplan.profiles.census.domain;

import org.jspecify.annotations.NullMarked;
