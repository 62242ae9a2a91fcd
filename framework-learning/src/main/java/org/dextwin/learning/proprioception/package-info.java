/** Policies that feel the joints of a hand and move their targets. */
@NullMarked
package org.dextwin.learning.proprioception;

import org.jspecify.annotations.NullMarked;
