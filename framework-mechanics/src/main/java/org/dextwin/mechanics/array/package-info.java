/** Named arrays of numbers in files of NumPy and JSON, which are not trusted. */
@NullMarked
package org.dextwin.mechanics.array;

import org.jspecify.annotations.NullMarked;
