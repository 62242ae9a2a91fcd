/**
 * Tasks of a hand fixed in the world: {@code rotation}, turning an object within it, and {@code
 * loaded-hand}, moving it with balls round it, in it, or nothing at all.
 */
@NullMarked
package org.dextwin.task.rotation;

import org.jspecify.annotations.NullMarked;
