package org.dextwin.sim.semiimplicit.integration;

import java.util.function.Function;
import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.DifferentiableAccelerationField;
import org.dextwin.api.sim.DifferentiableIntegrator;
import org.dextwin.api.sim.DifferentiableStepper;
import org.dextwin.api.sim.Stepper;

/**
 * An integrator given by its order and its steppers.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param order order of accuracy
 * @param plain makes steppers without derivatives
 * @param differentiable makes steppers with derivatives
 */
record FixedStepIntegrator(
    int order,
    Function<AccelerationField, Stepper> plain,
    Function<DifferentiableAccelerationField, DifferentiableStepper> differentiable)
    implements DifferentiableIntegrator {

  @Override
  public Stepper stepper(AccelerationField field) {
    return plain.apply(field);
  }

  @Override
  public DifferentiableStepper stepper(DifferentiableAccelerationField field) {
    return differentiable.apply(field);
  }

  @Override
  public void close() {}
}
