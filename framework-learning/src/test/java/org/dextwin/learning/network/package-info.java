/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.learning.network;

import org.jspecify.annotations.NullMarked;
