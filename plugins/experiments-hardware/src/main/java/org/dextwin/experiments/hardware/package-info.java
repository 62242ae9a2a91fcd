/**
 * Experiments on a device or its twin: a first motion, recording, replay of what was recorded, and
 * reaching for a pose.
 */
@NullMarked
package org.dextwin.experiments.hardware;

import org.jspecify.annotations.NullMarked;
