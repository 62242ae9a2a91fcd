/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.learning.checkpoint;

import org.jspecify.annotations.NullMarked;
