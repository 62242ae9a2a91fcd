/** The experiments of D-REX (Lou et al. 2025), written against roles only. */
@NullMarked
package org.dextwin.experiments.drex;

import org.jspecify.annotations.NullMarked;
