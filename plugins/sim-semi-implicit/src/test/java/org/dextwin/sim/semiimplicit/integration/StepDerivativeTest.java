package org.dextwin.sim.semiimplicit.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.DifferentiableAccelerationField;
import org.dextwin.api.sim.DifferentiableStepper;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Stepper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Orders of accuracy, and exact derivatives of single steps, on a field that couples everything.
 */
class StepDerivativeTest {

  /** A step long enough for the curvature of SO(3) to show. */
  private static final double DT = 0.3;

  record Scheme(
      String name,
      int order,
      Function<DifferentiableAccelerationField, DifferentiableStepper> stepper) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Scheme> schemes() {
    return Stream.of(
        new Scheme("semi-implicit-euler", 1, DifferentiableSemiImplicitEuler::new),
        new Scheme("explicit-euler", 1, DifferentiableExplicitEuler::new),
        new Scheme("rk4", 4, DifferentiableRungeKutta4::new));
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void orderIsAsStated(Scheme scheme) {
    var field = new ChargeField(1);
    var start = randomState(new Random(2), field.space());
    double[] reference = end(new RungeKutta4(field), start, 4096);
    double coarse = distance(end(scheme.stepper.apply(field), start, 32), reference);
    double fine = distance(end(scheme.stepper.apply(field), start, 64), reference);
    double order = Math.log(coarse / fine) / Math.log(2);
    assertThat(order).as("measured order").isBetween(scheme.order - 0.15, scheme.order + 0.3);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void jvpMatchesCentralDifferences(Scheme scheme) {
    var random = new Random(3);
    for (int trial = 0; trial < 20; trial++) {
      var field = new ChargeField(trial);
      var stepper = scheme.stepper.apply(field);
      var in = randomState(random, field.space());
      double[] dq = random.doubles(field.space().nv(), -1, 1).toArray();
      double[] dv = random.doubles(field.space().nv(), -1, 1).toArray();
      double[] expected = difference(stepper, in, dq, dv, 1e-5);
      stepper.jvp(in, DT, dq, dv);
      double[] found = concat(dq, dv);
      for (int i = 0; i < found.length; i++) {
        assertThat(found[i])
            .as("component %d of trial %d", i, trial)
            .isCloseTo(expected[i], offset(1e-8));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void vjpIsTheTransposeOfJvp(Scheme scheme) {
    var random = new Random(4);
    for (int trial = 0; trial < 20; trial++) {
      var field = new ChargeField(trial);
      int nv = field.space().nv();
      var stepper = scheme.stepper.apply(field);
      var in = randomState(random, field.space());
      double[] dq = random.doubles(nv, -1, 1).toArray();
      double[] dv = random.doubles(nv, -1, 1).toArray();
      double[] qBar = random.doubles(nv, -1, 1).toArray();
      double[] vBar = random.doubles(nv, -1, 1).toArray();
      double[] direction = concat(dq, dv);
      double[] cotangent = concat(qBar, vBar);
      stepper.jvp(in, DT, dq, dv);
      stepper.vjp(in, DT, qBar, vBar);
      assertThat(dot(concat(qBar, vBar), direction))
          .isCloseTo(dot(cotangent, concat(dq, dv)), offset(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void quaternionsStayUnit(Scheme scheme) {
    var field = new ChargeField(5);
    double[] q = end(scheme.stepper.apply(field), randomState(new Random(6), field.space()), 5000);
    double norm = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    assertThat(norm).isCloseTo(1, offset(1e-14));
  }

  private static double[] end(Stepper stepper, MotionState start, int steps) {
    MotionState state = new MotionState(start.space());
    MotionState next = new MotionState(start.space());
    state.set(start);
    for (int i = 0; i < steps; i++) {
      stepper.advance(state, 1.0 / steps, next);
      state.set(next);
    }
    return concat(state.q(), state.v());
  }

  private static double[] difference(
      DifferentiableStepper stepper, MotionState in, double[] dq, double[] dv, double h) {
    MotionState plus = step(stepper, in, dq, dv, h);
    MotionState minus = step(stepper, in, dq, dv, -h);
    double[] q = new double[dq.length];
    in.space().difference(minus.q(), plus.q(), q);
    double[] result = new double[2 * dq.length];
    for (int i = 0; i < dq.length; i++) {
      result[i] = q[i] / (2 * h);
      result[dq.length + i] = (plus.v()[i] - minus.v()[i]) / (2 * h);
    }
    return result;
  }

  private static MotionState step(
      DifferentiableStepper stepper, MotionState in, double[] dq, double[] dv, double h) {
    MotionState from = new MotionState(in.space());
    MotionState to = new MotionState(in.space());
    in.space().displace(in.q(), dq, h, from.q());
    for (int i = 0; i < dv.length; i++) {
      from.v()[i] = in.v()[i] + h * dv[i];
    }
    stepper.advance(from, DT, to);
    return to;
  }

  private static MotionState randomState(Random random, ConfigurationSpace space) {
    MotionState state = new MotionState(space);
    double[] turn = random.doubles(space.nv(), -2, 2).toArray();
    space.displace(state.q(), turn, 1, state.q());
    Arrays.setAll(state.v(), i -> random.nextDouble() * 4 - 2);
    return state;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] concat(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
