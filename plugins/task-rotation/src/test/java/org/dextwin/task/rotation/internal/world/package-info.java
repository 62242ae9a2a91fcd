/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.task.rotation.internal.world;

import org.jspecify.annotations.NullMarked;
