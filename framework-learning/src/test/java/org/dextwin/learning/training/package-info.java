/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.learning.training;

import org.jspecify.annotations.NullMarked;
