/** Files that hold what a training has come to. */
@NullMarked
package org.dextwin.learning.checkpoint;

import org.jspecify.annotations.NullMarked;
