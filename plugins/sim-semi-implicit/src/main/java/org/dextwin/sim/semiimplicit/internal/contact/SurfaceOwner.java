package org.dextwin.sim.semiimplicit.internal.contact;

import java.util.List;
import org.dextwin.api.model.Material;

/**
 * A body or robot with surfaces of one material. Surfaces of one owner do not touch each other.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name of the body or robot
 * @param material how its surfaces answer contact
 * @param surfaces its colliders
 */
public record SurfaceOwner(String name, Material material, List<Surface> surfaces) {}
