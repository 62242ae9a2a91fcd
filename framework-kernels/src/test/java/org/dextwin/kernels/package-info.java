/** Kernels against plain loops in double precision. */
@NullMarked
package org.dextwin.kernels;

import org.jspecify.annotations.NullMarked;
