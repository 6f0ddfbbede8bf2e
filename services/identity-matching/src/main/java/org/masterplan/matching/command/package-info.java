/** What the commands resolve and explain do, apart from opening files and printing. */
@NullMarked
package org.masterplan.matching.command;

import org.jspecify.annotations.NullMarked;
