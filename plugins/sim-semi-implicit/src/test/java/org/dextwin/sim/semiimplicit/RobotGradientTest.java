package org.dextwin.sim.semiimplicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.Stream;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.Shape;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.ParameterGradient;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.sim.semiimplicit.integration.ExplicitEulerProvider;
import org.dextwin.sim.semiimplicit.integration.RungeKutta4Provider;
import org.dextwin.sim.semiimplicit.integration.SemiImplicitEulerProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exact derivatives of a robot with every type of joint, servos in every branch and joint friction,
 * whose fingertip presses on a free box that lies on a plane.
 */
class RobotGradientTest {

  private static final int STEPS = 12;
  private static final double DT = 5e-4;

  static Stream<Integrator> integrators() {
    return Stream.of(
        TestWorlds.integrator(new SemiImplicitEulerProvider()),
        TestWorlds.integrator(new ExplicitEulerProvider()),
        TestWorlds.integrator(new RungeKutta4Provider()));
  }

  private static Scene scene() {
    // the rail leaves its upper stop, the knuckle runs into its lower one
    var robot =
        TestRobots.limited(
            TestRobots.limited(TestRobots.tree(0.3, 0.02, -0.4, 0.5), "rail", -1, 0.0197),
            "right-knuckle",
            0.498,
            3);
    var alone = new Scene("alone", Scene.EARTH_GRAVITY, List.of(), List.of(robot), List.of());
    Pose finger;
    try (var simulation = TestWorlds.open(alone, DT, integrators().findFirst().orElseThrow())) {
      finger = simulation.bodies().pose("robot/left");
    }
    // the box lies across the finger, 1 mm into its tip; the table is behind it
    Vec3 center = finger.transform(new Vec3(0.01, 0.005, 0.08 + 0.015 + 0.02 + 0.03 - 0.001));
    Vec3 wall = finger.transform(new Vec3(0, 0, 0.08 + 0.015 + 0.02 + 0.06 - 0.0015));
    Quat turn = Quat.fromRollPitchYaw(0.02, -0.03, 0.1);
    Quat towardsFinger = finger.rotation().times(Quat.aboutAxis(Vec3.X, Math.PI));
    SceneBody box =
        SceneBody.free(
            "box",
            new MassProperties(
                0.2, new Vec3(0.005, 0, -0.004), SymmetricMatrix3.diagonal(2e-4, 3e-4, 4e-4)),
            List.of(Collider.centred("box", new Shape.Box(0.05, 0.04, 0.03))),
            TestWorlds.RUBBER,
            Pose.inWorld("box", center, finger.rotation().times(turn)),
            new Twist(Pose.WORLD, "box", new Vec3(0.3, 0.2, -0.1), new Vec3(0.1, 0.2, 0)));
    SceneBody table =
        SceneBody.fixed(
            "table",
            List.of(Collider.centred("top", new Shape.Plane())),
            TestWorlds.RUBBER,
            Pose.inWorld("table", wall, towardsFinger));
    return new Scene("press", Scene.EARTH_GRAVITY, List.of(box, table), List.of(robot), List.of());
  }

  private static ControlSequence controls(int moved, double h) {
    double[] targets = new double[3 * STEPS];
    for (int i = 0; i < targets.length; i++) {
      // the second servo is far from its target and saturates; the third is at its largest speed
      targets[i] = new double[] {0.35, 0.5, 1.4}[i % 3] + 0.01 * Math.sin(i);
    }
    if (moved >= 0) {
      targets[moved] += h;
    }
    return new ControlSequence(STEPS, 3, targets, List.of());
  }

  /** Over which a parameter counts: the depth of a contact, if it moves the robot. */
  private static double size(Parameter parameter, double value) {
    return switch (parameter.kind()) {
      case BASE_X, BASE_Y, BASE_Z, TARGET_OFFSET -> 1e-2;
      default -> Math.max(Math.abs(value), 1e-3);
    };
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void adjointMatchesCentralDifferences(Integrator integrator) {
    try (var simulation = TestWorlds.open(scene(), DT, integrator)) {
      var space = simulation.layout().space();
      SimulationState start = simulation.state();
      double[] v = start.v();
      System.arraycopy(new double[] {0.7, -0.2, 1.1, -0.9}, 0, v, 6, 4);
      start = new SimulationState(0, start.q(), v, start.internal());
      simulation.restore(start);
      assertThat(simulation.contacts().contacts())
          .anyMatch(it -> it.first().equals("robot/left") && it.second().equals("box"))
          .anyMatch(it -> it.second().equals("table"));
      var loss = new RandomLoss(space, STEPS + 1, 3);
      ParameterGradient gradient = loss.gradient(simulation, controls(-1, 0));
      int nonZero = 0;
      for (Parameter parameter : simulation.parameters().all()) {
        String name = parameter.name();
        double value = simulation.parameters().get(name);
        double size = size(parameter, value);
        simulation.parameters().set(name, value + 1e-5 * size);
        double plus = loss.value(simulation, start, controls(-1, 0));
        simulation.parameters().set(name, value - 1e-5 * size);
        double minus = loss.value(simulation, start, controls(-1, 0));
        simulation.parameters().set(name, value);
        double expected = (plus - minus) / 2e-5;
        assertThat(gradient.parameter(name) * size)
            .as(name)
            .isCloseTo(expected, offset(1e-6 * Math.abs(expected) + 1e-8));
        nonZero += Math.abs(expected) > 1e-6 ? 1 : 0;
        if (name.contains(".base-") || name.equals("robot/shoulder.target-offset")) {
          assertThat(Math.abs(expected)).as("effect of %s", name).isGreaterThan(1e-6);
        }
      }
      assertThat(nonZero).as("parameters that matter").isGreaterThan(20);
      for (int i = 0; i < space.nv(); i++) {
        for (boolean velocity : new boolean[] {false, true}) {
          var up = TestWorlds.moved(start, space, i, velocity, 1e-7);
          var down = TestWorlds.moved(start, space, i, velocity, -1e-7);
          double expected =
              (loss.value(simulation, up, controls(-1, 0))
                      - loss.value(simulation, down, controls(-1, 0)))
                  / 2e-7;
          double found = velocity ? gradient.initialVelocity()[i] : gradient.initialPosition()[i];
          assertThat(found)
              .as("initial %s %d", velocity ? "velocity" : "position", i)
              .isCloseTo(expected, offset(1e-5 * (1 + Math.abs(expected))));
        }
      }
      for (int i = 0; i < 3 * STEPS; i++) {
        double expected =
            (loss.value(simulation, start, controls(i, 1e-4))
                    - loss.value(simulation, start, controls(i, -1e-4)))
                / 2e-4;
        assertThat(gradient.controls()[i])
            .as("target %d", i)
            .isCloseTo(expected, offset(1e-6 * Math.abs(expected) + 1e-8));
      }
      simulation.restore(start);
      var names = simulation.parameters().all().stream().map(Parameter::name).toList();
      var sensitivities = simulation.sensitivities(controls(-1, 0), names);
      for (int p = 0; p < names.size(); p++) {
        double expected = gradient.parameter(names.get(p));
        assertThat(loss.along(sensitivities, p))
            .as("sensitivity to %s", names.get(p))
            .isCloseTo(expected, offset(1e-9 * Math.abs(expected) + 1e-11));
      }
    }
  }
}
