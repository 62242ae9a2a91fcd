/** Recordings of hands under loads: what drives them, how they are kept and what they cover. */
@NullMarked
package org.dextwin.experiments.dexndm.internal.collect;

import org.jspecify.annotations.NullMarked;
