/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.learning.evaluation;

import org.jspecify.annotations.NullMarked;
