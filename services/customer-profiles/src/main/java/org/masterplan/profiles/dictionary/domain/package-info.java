/** The common data dictionary: what a value of each field is, however a source writes it. */
@NullMarked
package org.masterplan.profiles.dictionary.domain;

import org.jspecify.annotations.NullMarked;
