/** Files of meshes: OBJ, STL and PLY, read defensively and written. */
@NullMarked
package org.dextwin.mechanics.format;

import org.jspecify.annotations.NullMarked;
