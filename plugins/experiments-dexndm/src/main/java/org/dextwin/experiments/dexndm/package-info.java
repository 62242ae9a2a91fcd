/**
 * The experiments of DexNDM: rotation within the hand, data of hands under loads, and what is
 * learnt of them.
 */
@NullMarked
package org.dextwin.experiments.dexndm;

import org.jspecify.annotations.NullMarked;
