/** How far and how well an object was turned. */
@NullMarked
package org.dextwin.task.rotation.internal.measure;

import org.jspecify.annotations.NullMarked;
