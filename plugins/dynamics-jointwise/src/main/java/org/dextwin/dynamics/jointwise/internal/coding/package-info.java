/** How networks see histories of joints. */
@NullMarked
package org.dextwin.dynamics.jointwise.internal.coding;

import org.jspecify.annotations.NullMarked;
