/**
 * What an object did during a push, from its tracked poses and its mesh alone: how it stood, which
 * way is up, whether it tipped or slid, and the energy per mass that this took.
 */
@NullMarked
package org.dextwin.experiments.drex.internal.pushlog.motion;

import org.jspecify.annotations.NullMarked;
