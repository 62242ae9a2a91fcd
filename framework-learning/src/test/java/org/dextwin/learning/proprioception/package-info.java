/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.learning.proprioception;

import org.jspecify.annotations.NullMarked;
