package org.dextwin.devices.safety;

/**
 * How far a configuration of the joints is from what it must not touch. Pluggable: a driver may
 * bring a finer check than the capsules of {@link SelfCollision}.
 *
 * <p><i>Thread safety</i>: confined.
 */
@FunctionalInterface
public interface Clearance {

  /**
   * Returns the distance that is left.
   *
   * @param q joint positions in the kinematic order [rad]; not modified
   * @return distance [m]; negative for a configuration that is not allowed
   */
  double of(double[] q);
}
