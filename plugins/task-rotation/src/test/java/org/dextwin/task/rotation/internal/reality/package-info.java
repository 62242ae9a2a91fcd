/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.task.rotation.internal.reality;

import org.jspecify.annotations.NullMarked;
