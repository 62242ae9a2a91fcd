/** How far two triangle meshes are apart. */
@NullMarked
package org.dextwin.mechanics.mesh.compare;

import org.jspecify.annotations.NullMarked;
