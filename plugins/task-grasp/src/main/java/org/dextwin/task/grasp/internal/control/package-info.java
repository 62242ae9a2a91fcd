/**
 * Forces of the fingers: what they can bear, how they share a load, and how they are controlled.
 */
@NullMarked
package org.dextwin.task.grasp.internal.control;

import org.jspecify.annotations.NullMarked;
