/** Tests of the comparison of learners of dynamics. */
@NullMarked
package org.dextwin.experiments.dexndm.internal.efficiency;

import org.jspecify.annotations.NullMarked;
