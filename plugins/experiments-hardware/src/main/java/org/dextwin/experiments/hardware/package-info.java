/**
 * Experiments on a device or its twin: a first motion, recording, and replay of what was recorded.
 */
@NullMarked
package org.dextwin.experiments.hardware;

import org.jspecify.annotations.NullMarked;
