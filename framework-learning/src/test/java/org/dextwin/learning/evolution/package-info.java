/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.learning.evolution;

import org.jspecify.annotations.NullMarked;
