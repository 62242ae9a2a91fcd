package org.dextwin.sim.semiimplicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.ParameterGradient;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.StateCotangents;
import org.dextwin.api.sim.WrenchSignal;
import org.dextwin.sim.semiimplicit.integration.SemiImplicitEulerProvider;
import org.junit.jupiter.api.Test;

/** Gradients of whole motions with contact, against central differences of the engine itself. */
class TrajectoryGradientTest {

  private static final Integrator SEMI_IMPLICIT =
      TestWorlds.integrator(new SemiImplicitEulerProvider());
  private static final double DT = 2e-4;
  private static final double MASS = 0.2;

  /** Slow enough to stick, and wide enough that friction does not amplify rounding. */
  private static final double SLIP = 0.01;

  private static final Material WOOD = new Material(0.4, 1e4, 40);

  private static SceneBody block(double half, double halfHeight) {
    double side = MASS / 3 * (half * half + halfHeight * halfHeight);
    return SceneBody.free(
        "block",
        new MassProperties(
            MASS,
            new Vec3(0.001, 0.002, -0.001),
            SymmetricMatrix3.diagonal(side, side, MASS / 3 * 2 * half * half)),
        List.of(Collider.centred("box", new Shape.Box(half, half, halfHeight))),
        WOOD,
        Pose.inWorld("block", new Vec3(0, 0, halfHeight - 1.96e-4), Quat.IDENTITY),
        Twist.zero(Pose.WORLD, "block"));
  }

  private static SceneBody table() {
    return SceneBody.fixed(
        "table",
        List.of(Collider.centred("top", new Shape.Plane())),
        WOOD,
        Pose.inWorld("table", Vec3.ZERO, Quat.IDENTITY));
  }

  /** A steady horizontal push at a height above the origin of the block. */
  private static ControlSequence push(int steps, double force, double height) {
    double[] values = new double[6 * steps];
    for (int i = 0; i < steps; i++) {
      values[6 * i + 1] = height * force;
      values[6 * i + 3] = force;
      values[6 * i + 4] = 0.1 * force;
    }
    return ControlSequence.ofWrenches(new WrenchSignal("block", values));
  }

  @Test
  void slide() {
    Scene scene = TestWorlds.scene(Scene.EARTH_GRAVITY, block(0.05, 0.02), table());
    check(
        scene,
        push(1000, 2 * WOOD.friction() * MASS * 9.8, -0.01),
        "block.mass",
        "block.center-of-mass-x",
        "block:table.friction",
        "block:table.stiffness",
        "block:table.damping");
  }

  @Test
  void tip() {
    Scene scene = TestWorlds.scene(Scene.EARTH_GRAVITY, block(0.015, 0.05), table());
    check(
        scene,
        push(1000, 0.35 * MASS * 9.8, 0.04),
        "block.mass",
        "block.inertia-scale",
        "block.center-of-mass-x",
        "block.center-of-mass-z",
        "block:table.friction",
        "block:table.stiffness");
  }

  @Test
  void fingerPush() {
    Link base = new Link("base", Optional.empty(), List.of());
    Link finger =
        new Link(
            "finger",
            Optional.of(
                new MassProperties(
                    0.05, new Vec3(0, 0, -0.04), SymmetricMatrix3.diagonal(3e-5, 3e-5, 1e-5))),
            List.of(
                new Collider(
                    "tip", new Shape.Capsule(0.012, 0.01), new Vec3(0, 0, -0.07), Quat.IDENTITY)));
    Joint knuckle =
        new Joint(
            "knuckle",
            Joint.Type.REVOLUTE,
            "base",
            "finger",
            Vec3.ZERO,
            Quat.IDENTITY,
            Vec3.Y.negated(),
            -2,
            2,
            0.01,
            0.005,
            1e-4);
    RobotModel model =
        new RobotModel(
            "hand",
            "base",
            List.of(base, finger),
            List.of(knuckle),
            List.of(new Actuator("motor", "knuckle", 2, 0.11, 0.3, 2.7)));
    SceneRobot robot =
        new SceneRobot(
            "hand",
            model,
            Pose.inWorld("hand", new Vec3(-0.0415, 0.001, 0.12), Quat.IDENTITY),
            WOOD,
            new JointVector(model.kinematicOrder(), new double[] {0.05}));
    Scene scene =
        new Scene(
            "push",
            Scene.EARTH_GRAVITY,
            List.of(block(0.03, 0.03), table()),
            List.of(robot),
            List.of());
    int steps = 1500;
    double[] targets = new double[steps];
    for (int i = 0; i < steps; i++) {
      targets[i] = 0.05 + 0.8 * i / steps;
    }
    check(
        scene,
        new ControlSequence(steps, 1, targets, List.of()),
        "block.mass",
        "block:table.friction",
        "block:hand.friction",
        "hand/knuckle.position-gain",
        "hand/knuckle.velocity-gain",
        "hand/knuckle.joint-friction");
  }

  private static void check(Scene scene, ControlSequence controls, String... names) {
    try (var simulation = TestWorlds.open(scene, DT, SEMI_IMPLICIT, SLIP)) {
      var loss = new RandomLoss(simulation.layout().space(), controls.steps() + 1, 100);
      SimulationState start = simulation.state();
      ParameterGradient gradient = loss.gradient(simulation, controls);
      Vec3 moved = simulation.bodies().pose("block").position();
      assertThat(moved.norm()).as("way of the block").isGreaterThan(0.01);
      for (String name : names) {
        double value = simulation.parameters().get(name);
        double h = 1e-6 * Math.max(Math.abs(value), 1e-2);
        simulation.parameters().set(name, value + h);
        double plus = loss.value(simulation, start, controls);
        simulation.parameters().set(name, value - h);
        double minus = loss.value(simulation, start, controls);
        simulation.parameters().set(name, value);
        double expected = (plus - minus) / (2 * h);
        assertThat(gradient.parameter(name))
            .as(name)
            .isCloseTo(expected, offset(1e-4 * Math.abs(expected) + 1e-9));
        assertThat(expected).as(name).isNotZero();
      }
    }
  }

  private static Scene ball(double height, double damping) {
    Material rubber = new Material(0.4, 2e3, damping);
    return TestWorlds.scene(
        Scene.EARTH_GRAVITY,
        SceneBody.free(
            "block",
            new MassProperties(MASS, Vec3.ZERO, SymmetricMatrix3.diagonal(1e-4, 1e-4, 1e-4)),
            List.of(Collider.centred("ball", new Shape.Sphere(0.03))),
            rubber,
            Pose.inWorld("block", new Vec3(0, 0, 0.03 + height), Quat.IDENTITY),
            new Twist(Pose.WORLD, "block", Vec3.ZERO, new Vec3(0.2, 0, 0))),
        table());
  }

  @Test
  void bouncesKeepTheirGradient() {
    // touches and leaves again: the force is continuous there, so nothing is lost
    check(ball(0.02, 2), ControlSequence.idle(1000), "block.mass", "block:table.stiffness");
  }

  @Test
  void atASwitchTheGradientIsThatOfTheBranchTaken() {
    try (var simulation = TestWorlds.open(ball(0, 0), DT, SEMI_IMPLICIT)) {
      SimulationState start = simulation.state();
      var trajectory = simulation.rollout(ControlSequence.idle(1));
      var cotangents = new StateCotangents(trajectory);
      cotangents.addVelocity(1, 5, 1);
      double found = simulation.backward(trajectory, cotangents).initialPosition()[5];
      // from above the ball only falls, from below it is also pushed back
      assertThat(oneSided(simulation, start, 1e-7)).isCloseTo(0, offset(1e-9));
      double stiffness = simulation.parameters().get("block:table.stiffness");
      assertThat(oneSided(simulation, start, -1e-7))
          .isCloseTo(-stiffness * DT / MASS, offset(1e-6));
      assertThat(found).isEqualTo(0);
    }
  }

  private static double oneSided(Simulation simulation, SimulationState start, double h) {
    var space = simulation.layout().space();
    simulation.restore(start);
    double here = simulation.rollout(ControlSequence.idle(1)).velocity(1, 5);
    simulation.restore(TestWorlds.moved(start, space, 5, false, h));
    return (simulation.rollout(ControlSequence.idle(1)).velocity(1, 5) - here) / h;
  }
}
