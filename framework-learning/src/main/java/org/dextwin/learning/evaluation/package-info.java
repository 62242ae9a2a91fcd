/** Episodes of a task played by a policy. */
@NullMarked
package org.dextwin.learning.evaluation;

import org.jspecify.annotations.NullMarked;
