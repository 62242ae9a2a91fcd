/** Motion in joint space: paths round obstacles and their timing within the joints' limits. */
@NullMarked
package org.dextwin.mechanics.planning;

import org.jspecify.annotations.NullMarked;
