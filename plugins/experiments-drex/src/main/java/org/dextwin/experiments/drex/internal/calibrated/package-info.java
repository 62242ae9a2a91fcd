/** Mass from a push of known force: D-REX's closed form against the configured engines. */
@NullMarked
package org.dextwin.experiments.drex.internal.calibrated;

import org.jspecify.annotations.NullMarked;
