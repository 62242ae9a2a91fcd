/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.policy.cloning;

import org.jspecify.annotations.NullMarked;
