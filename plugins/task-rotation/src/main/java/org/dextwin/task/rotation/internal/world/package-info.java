/** A hand fixed in the world, with what is round it. */
@NullMarked
package org.dextwin.task.rotation.internal.world;

import org.jspecify.annotations.NullMarked;
