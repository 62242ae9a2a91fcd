/** Confidence intervals. */
@NullMarked
package org.dextwin.learning.statistics;

import org.jspecify.annotations.NullMarked;
