/** The world of an attempt: hand on its carrier, object, table, and what happens to them. */
@NullMarked
package org.dextwin.task.grasp.internal.world;

import org.jspecify.annotations.NullMarked;
