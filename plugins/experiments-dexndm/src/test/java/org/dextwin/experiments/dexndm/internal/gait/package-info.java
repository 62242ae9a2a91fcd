/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.experiments.dexndm.internal.gait;

import org.jspecify.annotations.NullMarked;
