package org.dextwin.mechanics.mjcf;

import org.dextwin.api.model.Material;

/**
 * Two geoms that may touch, the {@code <pair>} that says how, and where it comes from.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name of the pair in the model; MuJoCo sorts pairs, so that it is found by its name
 * @param first name of a body or robot of the scene
 * @param second name of the other
 * @param firstGeom name of the geom of the first
 * @param secondGeom name of the geom of the second
 * @param material how the pair answers contact: the scene's own word, or the combined materials
 * @param reducedMass m_1 m_2 / (m_1 + m_2) of what meets [kg]; see {@link MjcfContact}
 * @param weight gravity, where a free body meets what never moves, and else 0 [m/s^2]
 */
public record MjcfContactPair(
    String name,
    String first,
    String second,
    String firstGeom,
    String secondGeom,
    Material material,
    double reducedMass,
    double weight) {}
