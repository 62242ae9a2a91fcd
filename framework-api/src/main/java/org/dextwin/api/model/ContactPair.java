package org.dextwin.api.model;

/**
 * The material of the contact between two bodies, in place of what their own materials combine to.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param first name of a body or robot of the scene
 * @param second name of another
 * @param material how the pair answers contact
 */
public record ContactPair(String first, String second, Material material) {}
