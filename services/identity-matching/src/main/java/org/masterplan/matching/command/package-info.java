/** What the command resolve does, apart from opening files and printing. */
@NullMarked
package org.masterplan.matching.command;

import org.jspecify.annotations.NullMarked;
