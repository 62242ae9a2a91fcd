/** What tasks of in-hand rotation and those who learn them agree on. */
@NullMarked
package org.dextwin.learning.rotation;

import org.jspecify.annotations.NullMarked;
