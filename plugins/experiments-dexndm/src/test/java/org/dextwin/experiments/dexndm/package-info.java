/** Tests of the experiments of DexNDM. */
@NullMarked
package org.dextwin.experiments.dexndm;

import org.jspecify.annotations.NullMarked;
