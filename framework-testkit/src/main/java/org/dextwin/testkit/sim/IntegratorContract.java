package org.dextwin.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.DifferentiableIntegrator;
import org.dextwin.api.sim.DifferentiableStepper;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Stepper;
import org.dextwin.testkit.GradientCheck;
import org.dextwin.testkit.ProviderContract;
import org.dextwin.testkit.Tolerance;
import org.junit.jupiter.api.Test;

/**
 * What every integrator keeps: the declared order on a smooth nonlinear field that couples
 * rotations, translations and joints; unit quaternions; no hidden state; and, unless the subclass
 * opts out through {@link #differentiable}, exact derivatives of a step.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class IntegratorContract<C> extends ProviderContract<Integrator, C> {

  private static final int COPIES = 2;
  private static final double STIFFNESS = 4;
  private static final double DT = 0.02;

  /** Half the distance of central differences; their error is of order 1e-10. */
  private static final double DISPLACEMENT = 1e-5;

  /** For subclasses. */
  protected IntegratorContract() {}

  /**
   * Says whether steps have exact derivatives. If not, the integrator must not claim to be a {@link
   * DifferentiableIntegrator}.
   *
   * @return true unless the subclass opts out
   */
  protected boolean differentiable() {
    return true;
  }

  private static SpinningField field() {
    return new SpinningField(COPIES, STIFFNESS, 0);
  }

  private static MotionState run(Stepper stepper, MotionState start, double dt, int steps) {
    MotionState in = new MotionState(start.space());
    MotionState out = new MotionState(start.space());
    in.set(start);
    for (int step = 0; step < steps; step++) {
      stepper.advance(in, dt, out);
      in.set(out);
    }
    return in;
  }

  /** Largest number of the tangent and the velocity that lead from one state to another. */
  private static double distance(MotionState from, MotionState to) {
    double[] tangent = tangent(from, to);
    return Arrays.stream(tangent).map(Math::abs).max().orElseThrow();
  }

  /** Tangent of q, then difference of v, shape (2 nv). */
  private static double[] tangent(MotionState from, MotionState to) {
    int nv = from.space().nv();
    double[] dq = new double[nv];
    from.space().difference(from.q(), to.q(), dq);
    double[] all = Arrays.copyOf(dq, 2 * nv);
    for (int i = 0; i < nv; i++) {
      all[nv + i] = to.v()[i] - from.v()[i];
    }
    return all;
  }

  /** Moves a state along (dq, dv), shape (2 nv). */
  private static MotionState displaced(MotionState state, double[] direction, double scale) {
    int nv = state.space().nv();
    MotionState moved = new MotionState(state.space());
    state.space().displace(state.q(), Arrays.copyOf(direction, nv), scale, moved.q());
    for (int i = 0; i < nv; i++) {
      moved.v()[i] = state.v()[i] + scale * direction[nv + i];
    }
    return moved;
  }

  @Test
  final void orderIsTheDeclaredOne() {
    Integrator integrator = create();
    AccelerationField field = field();
    MotionState start = field().start();
    double time = 0.8;
    MotionState exact = ReferenceSolution.solve(field, start, time, 4000);
    double coarse = distance(exact, run(integrator.stepper(field), start, time / 32, 32));
    double fine = distance(exact, run(integrator.stepper(field), start, time / 64, 64));
    double order = Math.log(coarse / fine) / Math.log(2);
    assertThat(order)
        .as("measured order; errors %s with 32 steps, %s with 64", coarse, fine)
        .isCloseTo(integrator.order(), within(0.3));
  }

  @Test
  final void quaternionsStayUnit() {
    SpinningField field = field();
    MotionState end = run(create().stepper((AccelerationField) field), field.start(), DT, 200);
    for (int body = 0; body < COPIES; body++) {
      int iq = ConfigurationSpace.BODY_NQ * body;
      double norm = 0;
      for (int i = 0; i < 4; i++) {
        norm += end.q()[iq + i] * end.q()[iq + i];
      }
      assertThat(Math.sqrt(norm))
          .as("length of quaternion %d after 200 steps", body)
          .isCloseTo(1, within(Tolerance.of(1e-9)));
    }
  }

  @Test
  final void inputIsNotModified() {
    SpinningField field = field();
    MotionState in = field.start();
    create().stepper((AccelerationField) field).advance(in, DT, new MotionState(field.space()));
    assertThat(in.q()).as("configuration of in").isEqualTo(field.start().q());
    assertThat(in.v()).as("velocity of in").isEqualTo(field.start().v());
  }

  @Test
  final void outputIsOverwritten() {
    SpinningField field = field();
    Stepper stepper = create().stepper((AccelerationField) field);
    MotionState clean = new MotionState(field.space());
    stepper.advance(field.start(), DT, clean);
    MotionState used = new MotionState(field.space());
    Arrays.fill(used.q(), 17);
    Arrays.fill(used.v(), -17);
    stepper.advance(field.start(), DT, used);
    assertThat(used.q()).as("configuration in a used array").isEqualTo(clean.q());
    assertThat(used.v()).as("velocity in a used array").isEqualTo(clean.v());
  }

  @Test
  final void stepsDoNotDependOnEarlierOnes() {
    SpinningField field = field();
    Stepper stepper = create().stepper((AccelerationField) field);
    MotionState first = run(stepper, field.start(), DT, 10);
    MotionState second = run(stepper, field.start(), DT, 10);
    assertThat(second.q()).as("configuration of the second run").isEqualTo(first.q());
    assertThat(second.v()).as("velocity of the second run").isEqualTo(first.v());
  }

  @Test
  final void steppersAreIndependent() {
    Integrator integrator = create();
    AccelerationField one = new SpinningField(COPIES, STIFFNESS, 0);
    AccelerationField other = new SpinningField(1, 0.3 * STIFFNESS, 0);
    MotionState expected = run(integrator.stepper(one), field().start(), DT, 10);
    Stepper first = integrator.stepper(one);
    Stepper second = integrator.stepper(other);
    MotionState in = field().start();
    MotionState out = new MotionState(in.space());
    MotionState otherIn = new SpinningField(1, 0, 0).start();
    MotionState otherOut = new MotionState(otherIn.space());
    for (int step = 0; step < 10; step++) {
      first.advance(in, DT, out);
      second.advance(otherIn, DT, otherOut);
      in.set(out);
    }
    assertThat(in.q()).as("configuration with another stepper in turn").isEqualTo(expected.q());
    assertThat(in.v()).as("velocity with another stepper in turn").isEqualTo(expected.v());
  }

  @Test
  final void differentiabilityIsDeclared() {
    assertThat(create() instanceof DifferentiableIntegrator)
        .as("integrator is a DifferentiableIntegrator")
        .isEqualTo(differentiable());
  }

  private DifferentiableStepper stepper(SpinningField field) {
    Integrator integrator = create();
    assertThat(integrator).isInstanceOf(DifferentiableIntegrator.class);
    return ((DifferentiableIntegrator) integrator).stepper(field);
  }

  private static double[] direction(int length, int variant) {
    double[] direction = new double[length];
    for (int i = 0; i < length; i++) {
      direction[i] = Math.cos(1.7 * i + 0.9 * variant);
    }
    return direction;
  }

  /** Pushes (dq, dv) through a step. */
  private static double[] jvp(DifferentiableStepper stepper, MotionState in, double[] direction) {
    int nv = in.space().nv();
    double[] dq = Arrays.copyOf(direction, nv);
    double[] dv = Arrays.copyOfRange(direction, nv, 2 * nv);
    stepper.jvp(in, DT, dq, dv);
    return joined(dq, dv);
  }

  /** Pulls (qBar, vBar) through a step. */
  private static double[] vjp(DifferentiableStepper stepper, MotionState in, double[] cotangent) {
    int nv = in.space().nv();
    double[] qBar = Arrays.copyOf(cotangent, nv);
    double[] vBar = Arrays.copyOfRange(cotangent, nv, 2 * nv);
    stepper.vjp(in, DT, qBar, vBar);
    return joined(qBar, vBar);
  }

  private static double[] joined(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static double[] numericJvp(Stepper stepper, MotionState in, double[] direction) {
    MotionState plus = new MotionState(in.space());
    MotionState minus = new MotionState(in.space());
    stepper.advance(displaced(in, direction, DISPLACEMENT), DT, plus);
    stepper.advance(displaced(in, direction, -DISPLACEMENT), DT, minus);
    return Arrays.stream(tangent(minus, plus)).map(d -> d / (2 * DISPLACEMENT)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  final void jvpMatchesCentralDifferences() {
    if (!differentiable()) {
      return;
    }
    SpinningField field = field();
    DifferentiableStepper stepper = stepper(field);
    MotionState in = field.start();
    double[] direction = direction(2 * field.space().nv(), 0);
    GradientCheck.SMOOTH.assertAgree(
        "JVP of a step", jvp(stepper, in, direction), numericJvp(stepper, in, direction));
  }

  @Test
  final void jvpHoldsAtRest() {
    if (!differentiable()) {
      return;
    }
    SpinningField field = field();
    DifferentiableStepper stepper = stepper(field);
    MotionState in = new MotionState(field.space());
    double[] direction = direction(2 * field.space().nv(), 1);
    GradientCheck.SMOOTH.assertAgree(
        "JVP of a step from rest", jvp(stepper, in, direction), numericJvp(stepper, in, direction));
  }

  @Test
  final void vjpMatchesCentralDifferences() {
    if (!differentiable()) {
      return;
    }
    SpinningField field = field();
    DifferentiableStepper stepper = stepper(field);
    MotionState in = field.start();
    int size = 2 * field.space().nv();
    double[] cotangent = direction(size, 2);
    double[] numeric = new double[size];
    for (int i = 0; i < size; i++) {
      double[] axis = new double[size];
      axis[i] = 1;
      numeric[i] = dot(cotangent, numericJvp(stepper, in, axis));
    }
    GradientCheck.SMOOTH.assertAgree("VJP of a step", vjp(stepper, in, cotangent), numeric);
  }

  @Test
  final void vjpIsTheTransposeOfJvp() {
    if (!differentiable()) {
      return;
    }
    SpinningField field = field();
    DifferentiableStepper stepper = stepper(field);
    MotionState in = field.start();
    int size = 2 * field.space().nv();
    for (int variant = 0; variant < 5; variant++) {
      double[] direction = direction(size, variant);
      double[] cotangent = direction(size, variant + 10);
      double forward = dot(cotangent, jvp(stepper, in, direction));
      double backward = dot(vjp(stepper, in, cotangent), direction);
      assertThat(backward)
          .as("dot product <vjp(c), d>, against <c, jvp(d)>")
          .isCloseTo(forward, within(Tolerance.of(1e-11 * (1 + Math.abs(forward)))));
    }
  }

  @Test
  final void parameterDerivativesMatchCentralDifferences() {
    if (!differentiable()) {
      return;
    }
    MotionState in = field().start();
    int size = 2 * in.space().nv();
    MotionState plus = new MotionState(in.space());
    MotionState minus = new MotionState(in.space());
    stepper(new SpinningField(COPIES, STIFFNESS + DISPLACEMENT, 0)).advance(in, DT, plus);
    stepper(new SpinningField(COPIES, STIFFNESS - DISPLACEMENT, 0)).advance(in, DT, minus);
    double[] numeric =
        Arrays.stream(tangent(minus, plus)).map(d -> d / (2 * DISPLACEMENT)).toArray();

    SpinningField pushed = new SpinningField(COPIES, STIFFNESS, 1);
    GradientCheck.SMOOTH.assertAgree(
        "JVP of a step by the field's parameter",
        jvp(stepper(pushed), in, new double[size]),
        numeric);

    SpinningField pulled = field();
    double[] cotangent = direction(size, 3);
    vjp(stepper(pulled), in, cotangent);
    GradientCheck.SMOOTH.assertAgree(
        "VJP of a step by the field's parameter",
        new double[] {pulled.parameterCotangent()},
        new double[] {dot(cotangent, numeric)});
  }

  @Test
  final void derivativesLeaveTheInputAlone() {
    if (!differentiable()) {
      return;
    }
    SpinningField field = field();
    DifferentiableStepper stepper = stepper(field);
    MotionState in = field.start();
    double[] direction = direction(2 * field.space().nv(), 0);
    jvp(stepper, in, direction);
    vjp(stepper, in, direction);
    assertThat(in.q()).as("configuration of in").isEqualTo(field.start().q());
    assertThat(in.v()).as("velocity of in").isEqualTo(field.start().v());
  }
}
