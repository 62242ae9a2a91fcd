/** Finger gaits: how they are written, searched for and measured. */
@NullMarked
package org.dextwin.experiments.dexndm.internal.gait;

import org.jspecify.annotations.NullMarked;
