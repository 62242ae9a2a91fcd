/**
 * The rules of the code base that a compiler does not know: who may see whom, what may be public,
 * and what every plugin must bring along.
 */
@NullMarked
package org.dextwin.architecture;

import org.jspecify.annotations.NullMarked;
