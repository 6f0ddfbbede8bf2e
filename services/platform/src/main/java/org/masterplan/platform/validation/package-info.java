/** Field rules of the protos, enforced before a method sees its request. */
@NullMarked
package org.masterplan.platform.validation;

import org.jspecify.annotations.NullMarked;
