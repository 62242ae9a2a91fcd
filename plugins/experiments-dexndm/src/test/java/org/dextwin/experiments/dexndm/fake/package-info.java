/** A hand of two joints, and learners that are done in no time. */
@NullMarked
package org.dextwin.experiments.dexndm.fake;

import org.jspecify.annotations.NullMarked;
