/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.experiments.drex.internal.grasp;

import org.jspecify.annotations.NullMarked;
