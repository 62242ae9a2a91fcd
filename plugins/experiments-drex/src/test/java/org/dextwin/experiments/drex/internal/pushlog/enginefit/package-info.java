/** Tests of the fit in an engine. */
@NullMarked
package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import org.jspecify.annotations.NullMarked;
