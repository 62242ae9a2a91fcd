/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.learning.dynamics;

import org.jspecify.annotations.NullMarked;
