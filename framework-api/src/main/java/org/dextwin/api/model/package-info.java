/** Immutable descriptions of meshes, objects, robots and scenes, neutral to the engine. */
@NullMarked
package org.dextwin.api.model;

import org.jspecify.annotations.NullMarked;
