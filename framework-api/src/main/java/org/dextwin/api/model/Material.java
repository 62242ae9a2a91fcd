package org.dextwin.api.model;

/**
 * How a surface answers contact; engines map it to their own contact model.
 *
 * <p>Two materials that meet answer by the geometric mean of each number, unless the scene holds a
 * {@link ContactPair} for them: a material on itself is that material, and a surface without
 * friction or damping meets every other one without it.
 *
 * <p><i>Thread safety</i>: immutable. <i>References</i>: Lou et al. 2025 (D-REX), Eq. 3.
 *
 * @param friction Coulomb coefficient mu [1]
 * @param stiffness k_e, force per penetration of the whole contact [N/m]
 * @param damping k_d, force per speed of penetration [N s/m]
 */
public record Material(double friction, double stiffness, double damping) {

  /**
   * Checks the numbers.
   *
   * @param friction Coulomb coefficient mu [1]
   * @param stiffness k_e, force per penetration of the whole contact [N/m]
   * @param damping k_d, force per speed of penetration [N s/m]
   */
  public Material {
    if (!(friction >= 0)) {
      throw new IllegalArgumentException("friction is " + friction + "; it must be 0 or more");
    }
    if (!(stiffness > 0)) {
      throw new IllegalArgumentException("stiffness is " + stiffness + "; it must be positive");
    }
    if (!(damping >= 0)) {
      throw new IllegalArgumentException("damping is " + damping + "; it must be 0 or more");
    }
  }
}
