/**
 * What the hand's own log says of its motors: the law of the servos, the torque scale from the
 * weight of the fingers, and the work the fingers do on what they touch.
 */
@NullMarked
package org.dextwin.experiments.drex.internal.pushlog.motor;

import org.jspecify.annotations.NullMarked;
