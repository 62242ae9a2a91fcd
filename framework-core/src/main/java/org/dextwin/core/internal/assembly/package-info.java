/** Checks whole configurations against the installed plugins, and makes their components. */
@NullMarked
package org.dextwin.core.internal.assembly;

import org.jspecify.annotations.NullMarked;
