/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.learning.statistics;

import org.jspecify.annotations.NullMarked;
