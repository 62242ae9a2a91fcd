/**
 * Mass from logs of real pushes: the work that the fingers did, over the energy per mass that the
 * object took up. Every mass comes with an interval, and takes that tell no mass say why.
 */
@NullMarked
package org.dextwin.experiments.drex.internal.pushlog;

import org.jspecify.annotations.NullMarked;
