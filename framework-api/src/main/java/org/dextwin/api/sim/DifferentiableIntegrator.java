package org.dextwin.api.sim;

/**
 * An integrator whose step has exact derivatives.
 *
 * <p><i>Thread safety</i>: thread-safe; each stepper is confined.
 */
public interface DifferentiableIntegrator extends Integrator {

  /**
   * Prepares steps of one system and their derivatives.
   *
   * @param field its equations of motion
   * @return a stepper with its own work space
   */
  DifferentiableStepper stepper(DifferentiableAccelerationField field);
}
