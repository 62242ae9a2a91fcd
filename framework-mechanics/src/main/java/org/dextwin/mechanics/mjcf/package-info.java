/** MJCF, the model format of MuJoCo: scenes and robots written, robots read. */
@NullMarked
package org.dextwin.mechanics.mjcf;

import org.jspecify.annotations.NullMarked;
