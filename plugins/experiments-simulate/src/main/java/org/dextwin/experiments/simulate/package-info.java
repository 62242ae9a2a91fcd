/** Runs a scene or a model file in whatever engine is configured, and reports what happened. */
@NullMarked
package org.dextwin.experiments.simulate;

import org.jspecify.annotations.NullMarked;
