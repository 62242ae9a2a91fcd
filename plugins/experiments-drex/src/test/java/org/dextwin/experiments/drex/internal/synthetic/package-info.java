/** Tests of pushes whose truth is known. */
@NullMarked
package org.dextwin.experiments.drex.internal.synthetic;

import org.jspecify.annotations.NullMarked;
