package @package@;

import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Stepper;

/**
 * The explicit midpoint method: half a step leads to the middle, whose velocity and acceleration
 * then make the whole step.
 *
 * <p><i>Thread safety</i>: thread-safe; each stepper is confined.
 */
final class @Class@Integrator implements Integrator {

  private final int substeps;

  @Class@Integrator(@Class@Config config) {
    substeps = config.substeps();
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public Stepper stepper(AccelerationField field) {
    return new Midpoint(field, substeps);
  }

  @Override
  public void close() {}

  /** Works in arrays that are made once, so that a step allocates nothing. */
  private static final class Midpoint implements Stepper {

    private final AccelerationField field;
    private final int substeps;
    private final MotionState current;
    private final MotionState middle;
    private final double[] acceleration;

    Midpoint(AccelerationField field, int substeps) {
      this.field = field;
      this.substeps = substeps;
      current = new MotionState(field.space());
      middle = new MotionState(field.space());
      acceleration = new double[field.space().nv()];
    }

    @Override
    public void advance(MotionState in, double dt, MotionState out) {
      current.set(in);
      for (int i = 0; i < substeps; i++) {
        step(current, dt / substeps, out);
        current.set(out);
      }
    }

    private void step(MotionState from, double h, MotionState to) {
      ConfigurationSpace space = field.space();
      // v_m = v + h/2 a(q, v), q_m = q (+) h/2 v
      field.evaluate(from, acceleration);
      for (int i = 0; i < acceleration.length; i++) {
        middle.v()[i] = from.v()[i] + h / 2 * acceleration[i];
      }
      space.displace(from.q(), from.v(), h / 2, middle.q());
      // v' = v + h a(q_m, v_m), q' = q (+) h v_m
      field.evaluate(middle, acceleration);
      for (int i = 0; i < acceleration.length; i++) {
        to.v()[i] = from.v()[i] + h * acceleration[i];
      }
      space.displace(from.q(), middle.v(), h, to.q());
    }
  }
}
