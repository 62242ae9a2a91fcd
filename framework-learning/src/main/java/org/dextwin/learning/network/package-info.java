/** Networks of dense layers, their weights, and passes forward and backward. */
@NullMarked
package org.dextwin.learning.network;

import org.jspecify.annotations.NullMarked;
