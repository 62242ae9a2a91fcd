/**
 * Twins of sensors: a camera and a live tracker that give images and poses at a rate, with a clock,
 * a drift and a delay of their own, so that a recorder is tried without either.
 */
@NullMarked
package org.dextwin.sensors.twin;

import org.jspecify.annotations.NullMarked;
