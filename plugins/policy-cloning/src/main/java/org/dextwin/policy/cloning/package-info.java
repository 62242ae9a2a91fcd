/** Behaviour cloning: policies that do what demonstrations did. */
@NullMarked
package org.dextwin.policy.cloning;

import org.jspecify.annotations.NullMarked;
