/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.learning.compute;

import org.jspecify.annotations.NullMarked;
