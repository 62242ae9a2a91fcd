package org.dextwin.mechanics.mjcf;

import org.dextwin.api.model.Material;

/**
 * The parameters of MuJoCo's soft contact that answer to a {@link Material}.
 *
 * <p>A material is a spring k_e and a damper k_d between two bodies; MuJoCo's contact is a
 * constraint on acceleration. With the impedance d of the constraint, the acceleration a0 that the
 * bodies would have apart without it, the depth r and its speed v it enforces
 *
 * <pre>
 *   a = (1 - d) a0 - damping v - stiffness r,   solref = (-stiffness, -damping)
 * </pre>
 *
 * which knows no masses. A spring and damper between masses of reduced mass m give a = a0 - (k_d/m)
 * v - (k_e/m) r; hence stiffness = k_e/m and damping = k_d/m. The frequency and the damping of a
 * touch are thus those of the material. The depth at rest is (1 - d) of what the material says; the
 * force at rest is the weight in both. The masses are those of the bodies, without their rotation;
 * of a robot, what the nearest moving joint inward carries.
 *
 * <p>The impedance is small, so that a contact yields as the material does, and because friction
 * needs it: MuJoCo drives the sliding speed u of a contact by a_t = -(damping / d) u, within the
 * cone, and by the same convex law lifts what slides by friction (damping / d) u against the (1 -
 * d) share of the load. With a d near 1 a contact sinks in so little that whatever slides hops from
 * touch to touch, and each touch ends sooner than friction can follow, which then points the wrong
 * way for a part of the time. What slides stays in touch as long as
 *
 * <pre>
 *   friction (k_d/m) u &lt; (1 - d) a0
 * </pre>
 *
 * which is a bound on the damping of the material: of 100 g that slide at 0.1 m/s with a friction
 * of 0.4, about 20 N s/m.
 *
 * <p>Four bounds keep that sound:
 *
 * <ul>
 *   <li>The frequency is at most 1/(2 h) and the damping at most 1/h for a time step of h, as
 *       MuJoCo itself bounds the other format of solref; a stiffer material is softened at its
 *       damping ratio.
 *   <li>With friction, the damping ratio is at least {@value #SMALLEST_DAMPING_RATIO}, for friction
 *       is driven by the damping. A touch with friction therefore throws back at most half of the
 *       speed.
 *   <li>With friction, a body on what never moves slides under its weight at up to {@value
 *       #TOUCHING_SPEED} m/s without hopping: damping is bounded by the condition above, stiffness
 *       by the least damping ratio. At mu = 0.4 in Earth's gravity the body then sinks in by 0.1
 *       mm.
 *   <li>Friction below 1e-5 is none: MuJoCo allows no less in a cone. The contact then has a normal
 *       direction alone.
 * </ul>
 *
 * <p>Where many hard touches are to be simulated with large steps, as in manipulation at a hundred
 * steps a second, a scene can be written with contacts of one time constant T instead: critically
 * damped, solref = (T, 1), and nearly rigid, with an impedance from 0.95 to 0.99. What a finger
 * squeezes then sinks in by millimetres at most, at the price that what slides fast hops.
 *
 * <p>There is no torsional or rolling friction, as a material has none.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state. <i>References</i>: MuJoCo documentation,
 * "Computation: constraint model" and "Modeling: solver parameters".
 */
public final class MjcfContact {

  /** d: the share of the constraint in the acceleration, whatever the depth [1]. */
  static final double IMPEDANCE = 0.1;

  private static final double SMALLEST_FRICTION = 1e-5;
  private static final double SMALLEST_DAMPING_RATIO = 0.2;

  /** Sliding speed up to which bodies stay in touch with what bears them [m/s]. */
  private static final double TOUCHING_SPEED = 0.2;

  private MjcfContact() {}

  /**
   * Returns MuJoCo's reference of a contact.
   *
   * @param material the material of the pair
   * @param reducedMass reduced mass of what meets [kg]
   * @param weight acceleration by which its weight presses one on the other; 0 if neither bears the
   *     other [m/s^2]
   * @param timeStep time step h [s]
   * @return solref in its direct format, (-stiffness [1/s^2], -damping [1/s])
   */
  public static double[] solref(
      Material material, double reducedMass, double weight, double timeStep) {
    double frequency = Math.sqrt(material.stiffness() / reducedMass);
    double ratio = material.damping() / reducedMass / (2 * frequency);
    double largestDamping = 1 / timeStep;
    double largestFrequency = 1 / (2 * timeStep);
    if (material.friction() >= SMALLEST_FRICTION) {
      ratio = Math.max(ratio, SMALLEST_DAMPING_RATIO);
      if (weight > 0) {
        double touching = (1 - IMPEDANCE) * weight / (material.friction() * TOUCHING_SPEED);
        largestDamping = Math.min(largestDamping, touching);
        largestFrequency = Math.min(largestFrequency, touching / (2 * SMALLEST_DAMPING_RATIO));
      }
    }
    double bounded = Math.min(frequency, largestFrequency);
    return new double[] {-bounded * bounded, -Math.min(2 * ratio * bounded, largestDamping)};
  }

  /**
   * Returns the impedance, the same at every depth.
   *
   * @return solimp: smallest and largest impedance, width [m], midpoint and power
   */
  public static double[] solimp() {
    return new double[] {IMPEDANCE, IMPEDANCE, 0.001, 0.5, 2};
  }

  /**
   * Returns the reference of contacts of one time constant, critically damped.
   *
   * @param timeConstant T, at least two time steps [s]
   * @return solref in its usual format, (T, damping ratio)
   */
  public static double[] solref(double timeConstant) {
    return new double[] {timeConstant, 1};
  }

  /**
   * Returns the impedance of contacts of one time constant, which rises with the depth.
   *
   * @return solimp: smallest and largest impedance, width [m], midpoint and power
   */
  static double[] rigidSolimp() {
    return new double[] {0.95, 0.99, 0.001, 0.5, 2};
  }

  /**
   * Returns the friction of a pair in MuJoCo's order.
   *
   * @param material the material of the pair
   * @return two sliding coefficients, one torsional and two rolling; the last three have no effect
   */
  public static double[] friction(Material material) {
    double mu = Math.max(material.friction(), SMALLEST_FRICTION);
    return new double[] {mu, mu, 0.005, 0.0001, 0.0001};
  }

  /**
   * Returns how many directions a contact resists.
   *
   * @param material the material of the pair
   * @return condim: 3 with friction, 1 without
   */
  public static int dimensions(Material material) {
    return material.friction() >= SMALLEST_FRICTION ? 3 : 1;
  }

  /** The material between two, as the API's Material defines it. */
  static Material combined(Material a, Material b) {
    return new Material(
        Math.sqrt(a.friction() * b.friction()),
        Math.sqrt(a.stiffness() * b.stiffness()),
        Math.sqrt(a.damping() * b.damping()));
  }
}
