/**
 * Retargets human hand poses to any robot hand: fingertips follow human ones by vectors from the
 * knuckles or by position, within joint limits, smoothly and clear of the hand itself.
 */
@NullMarked
package org.dextwin.retarget.vector;

import org.jspecify.annotations.NullMarked;
