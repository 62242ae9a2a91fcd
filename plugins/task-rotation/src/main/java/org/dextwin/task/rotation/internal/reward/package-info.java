/** Rewards of in-hand rotation. */
@NullMarked
package org.dextwin.task.rotation.internal.reward;

import org.jspecify.annotations.NullMarked;
