package org.dextwin.sim.semiimplicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.ParameterGradient;
import org.dextwin.api.sim.Sensitivities;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.sim.semiimplicit.integration.RungeKutta4Provider;
import org.dextwin.sim.semiimplicit.integration.SemiImplicitEulerProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exact derivatives of single steps in contact, for every combination of shapes: two bodies at a
 * random overlap, one step, all parameters and all numbers of the state.
 */
class ContactGradientTest {

  private static final double DT = 1e-3;

  record Meeting(String name, Shape first, Shape second, Vec3 apart) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Meeting> meetings() {
    Shape ball = new Shape.Sphere(0.05);
    Shape capsule = new Shape.Capsule(0.03, 0.04);
    Shape box = new Shape.Box(0.05, 0.06, 0.04);
    Shape cylinder = new Shape.Cylinder(0.05, 0.04);
    Shape mesh = new Shape.Mesh(octahedron(0.08));
    Shape plane = new Shape.Plane();
    return Stream.of(
        new Meeting("ball on plane", ball, plane, new Vec3(0.01, 0.02, 0.0495)),
        new Meeting("capsule on plane", capsule, plane, new Vec3(0, 0, 0.05)),
        new Meeting("box on plane", box, plane, new Vec3(0, 0, 0.045)),
        new Meeting("cylinder on plane", cylinder, plane, new Vec3(0, 0, 0.045)),
        new Meeting("mesh on plane", mesh, plane, new Vec3(0, 0, 0.06)),
        new Meeting("ball and ball", ball, ball, new Vec3(0.06, 0.05, 0.06)),
        new Meeting("ball and capsule", ball, capsule, new Vec3(0.05, 0.05, 0.03)),
        new Meeting("ball and box", ball, box, new Vec3(0.01, 0.02, 0.088)),
        new Meeting("ball and edge of a box", ball, box, new Vec3(0.08, 0.08, 0)),
        new Meeting("ball and cylinder", ball, cylinder, new Vec3(0.07, 0.065, 0)),
        new Meeting("ball and mesh", ball, mesh, new Vec3(0.05, 0.05, 0.05)),
        new Meeting("capsule and capsule", capsule, capsule, new Vec3(0.05, 0.01, 0.02)),
        new Meeting("capsule and box", capsule, box, new Vec3(0.01, 0.085, 0.01)),
        new Meeting("capsule and mesh", capsule, mesh, new Vec3(0.055, 0.055, 0.045)),
        new Meeting("box and box", box, box, new Vec3(0.08, 0.05, 0.03)),
        new Meeting("mesh and box", mesh, box, new Vec3(0.02, 0.01, 0.11)),
        new Meeting("mesh and cylinder", mesh, cylinder, new Vec3(0.01, 0.02, 0.115)),
        new Meeting("mesh and mesh", mesh, mesh, new Vec3(0.02, 0.01, 0.12)));
  }

  static TriangleMesh octahedron(double r) {
    return new TriangleMesh(
        new double[] {r, 0, 0, -r, 0, 0, 0, r, 0, 0, -r, 0, 0, 0, r, 0, 0, -r},
        new int[] {0, 2, 4, 2, 1, 4, 1, 3, 4, 3, 0, 4, 2, 0, 5, 1, 2, 5, 3, 1, 5, 0, 3, 5});
  }

  private static SceneBody body(String name, Shape shape, Vec3 position, Random random) {
    Quat rotation = Quat.exp(vector(random, 0.1));
    return SceneBody.free(
        name,
        new MassProperties(
            0.3, vector(random, 0.02), new SymmetricMatrix3(4e-4, 6e-4, 5e-4, 3e-5, -5e-5, 2e-5)),
        List.of(new Collider("shape", shape, vector(random, 1e-3), Quat.exp(vector(random, 0.05)))),
        TestWorlds.RUBBER,
        Pose.inWorld(name, position, rotation),
        new Twist(Pose.WORLD, name, vector(random, 1), vector(random, 0.3)));
  }

  private static Vec3 vector(Random random, double scale) {
    return new Vec3(random.nextDouble() - 0.5, random.nextDouble() - 0.5, random.nextDouble() - 0.5)
        .times(2 * scale);
  }

  private static Scene scene(Meeting meeting, Random random) {
    SceneBody first = body("first", meeting.first, meeting.apart, random);
    SceneBody second =
        meeting.second instanceof Shape.Plane
            ? SceneBody.fixed(
                "second",
                List.of(Collider.centred("shape", meeting.second)),
                TestWorlds.RUBBER,
                Pose.inWorld("second", Vec3.ZERO, Quat.exp(vector(random, 0.05))))
            : body("second", meeting.second, Vec3.ZERO, random);
    return TestWorlds.scene(Scene.EARTH_GRAVITY, first, second);
  }

  @ParameterizedTest
  @MethodSource("meetings")
  void stepsMatchCentralDifferences(Meeting meeting) {
    check(meeting, TestWorlds.integrator(new SemiImplicitEulerProvider()));
  }

  @ParameterizedTest
  @MethodSource("meetings")
  void rungeKuttaStepsMatchCentralDifferences(Meeting meeting) {
    check(meeting, TestWorlds.integrator(new RungeKutta4Provider()));
  }

  private static void check(Meeting meeting, Integrator integrator) {
    int touching = 0;
    for (int seed = 0; seed < 10; seed++) {
      Scene scene = scene(meeting, new Random(seed));
      try (var simulation = TestWorlds.open(scene, DT, integrator)) {
        if (simulation.contacts().contacts().isEmpty()) {
          continue;
        }
        touching++;
        var space = simulation.layout().space();
        var controls = ControlSequence.idle(2);
        var loss = new RandomLoss(space, controls.steps() + 1, 2);
        SimulationState start = simulation.state();
        var gradient = loss.gradient(simulation, controls);
        List<String> names = new ArrayList<>();
        for (Parameter parameter : simulation.parameters().all()) {
          String name = parameter.name();
          names.add(name);
          double value = simulation.parameters().get(name);
          double h = 1e-5 * Math.max(Math.abs(value), 1e-2);
          simulation.parameters().set(name, value + h);
          double plus = loss.value(simulation, start, controls);
          simulation.parameters().set(name, value - h);
          double minus = loss.value(simulation, start, controls);
          simulation.parameters().set(name, value);
          double scale = Math.max(Math.abs(value), 1e-2);
          double expected = (plus - minus) / (2 * h) * scale;
          assertThat(gradient.parameter(name) * scale)
              .as("%s, seed %d", name, seed)
              .isCloseTo(expected, offset(1e-6 * Math.abs(expected) + 1e-6));
        }
        simulation.restore(start);
        Sensitivities sensitivities = simulation.sensitivities(controls, names);
        for (int p = 0; p < names.size(); p++) {
          double expected = gradient.parameter(names.get(p));
          assertThat(loss.along(sensitivities, p))
              .as("sensitivity to %s, seed %d", names.get(p), seed)
              .isCloseTo(expected, offset(1e-9 * Math.abs(expected) + 1e-12));
        }
        checkStart(simulation, loss, start, gradient, controls, seed);
      }
    }
    assertThat(touching).as("scenes in contact").isGreaterThan(4);
  }

  private static void checkStart(
      DifferentiableSimulation simulation,
      RandomLoss loss,
      SimulationState start,
      ParameterGradient gradient,
      ControlSequence controls,
      int seed) {
    var space = simulation.layout().space();
    double h = 1e-7;
    for (int i = 0; i < space.nv(); i++) {
      for (boolean velocity : new boolean[] {false, true}) {
        double plus =
            loss.value(simulation, TestWorlds.moved(start, space, i, velocity, h), controls);
        double minus =
            loss.value(simulation, TestWorlds.moved(start, space, i, velocity, -h), controls);
        double expected = (plus - minus) / (2 * h);
        double found = velocity ? gradient.initialVelocity()[i] : gradient.initialPosition()[i];
        assertThat(found)
            .as("initial %s %d, seed %d", velocity ? "velocity" : "position", i, seed)
            .isCloseTo(expected, offset(2e-5 * (1 + Math.abs(expected))));
      }
    }
  }
}
