package org.dextwin.sim.semiimplicit.internal.contact;

import org.dextwin.api.model.Material;
import org.dextwin.api.sim.Parameter;
import org.dextwin.sim.semiimplicit.internal.dynamics.ParameterVector;

/**
 * How two bodies answer contact: the parameters of all pairs of their colliders.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param first name of a body or robot
 * @param second name of the other
 * @param friction index of mu
 * @param stiffness index of k_e
 * @param damping index of k_d
 */
record PairMaterial(String first, String second, int friction, int stiffness, int damping) {

  private static final double LARGEST_FRICTION = 100;
  private static final double SMALLEST_STIFFNESS = 1e-6;
  private static final double LARGEST_STIFFNESS = 1e12;
  private static final double LARGEST_DAMPING = 1e9;

  static PairMaterial add(
      String first, String second, Material material, ParameterVector parameters) {
    String subject = first + ":" + second;
    return new PairMaterial(
        first,
        second,
        parameters.add(
            new Parameter(subject, Parameter.Kind.FRICTION, 0, LARGEST_FRICTION),
            material.friction()),
        parameters.add(
            new Parameter(subject, Parameter.Kind.STIFFNESS, SMALLEST_STIFFNESS, LARGEST_STIFFNESS),
            material.stiffness()),
        parameters.add(
            new Parameter(subject, Parameter.Kind.DAMPING, 0, LARGEST_DAMPING),
            material.damping()));
  }

  /** The numbers as they are set now. */
  Material current(ParameterVector parameters) {
    return new Material(
        parameters.value(friction), parameters.value(stiffness), parameters.value(damping));
  }

  /** Each number is the geometric mean, so that a material on itself is that material. */
  static Material combine(Material a, Material b) {
    return new Material(
        Math.sqrt(a.friction() * b.friction()),
        Math.sqrt(a.stiffness() * b.stiffness()),
        Math.sqrt(a.damping() * b.damping()));
  }
}
