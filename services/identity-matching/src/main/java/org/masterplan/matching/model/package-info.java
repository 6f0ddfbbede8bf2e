/** Fellegi-Sunter: what each level of agreement is worth, learned without labels. */
@NullMarked
package org.masterplan.matching.model;

import org.jspecify.annotations.NullMarked;
