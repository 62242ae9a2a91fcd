/** Tests of the ablations. */
@NullMarked
package org.dextwin.experiments.dexndm.internal.ablation;

import org.jspecify.annotations.NullMarked;
