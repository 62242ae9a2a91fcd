/** Policies, dynamics models and what trains them. */
@NullMarked
package org.dextwin.api.learning;

import org.jspecify.annotations.NullMarked;
