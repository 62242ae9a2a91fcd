/** Writes the projects that plugins begin with. */
@NullMarked
package org.dextwin.core.internal.scaffold;

import org.jspecify.annotations.NullMarked;
