/** Tests of retargeting, and the sample of human hands. */
@NullMarked
package org.dextwin.experiments.drex.internal.retarget;

import org.jspecify.annotations.NullMarked;
