/** The reference documentation of what plugins can be told, in several forms. */
@NullMarked
package org.dextwin.core.internal.reference;

import org.jspecify.annotations.NullMarked;
