package org.dextwin.sim.semiimplicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.math.Wrench;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.ExternalWrench;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.sim.semiimplicit.integration.RungeKutta4Provider;
import org.dextwin.sim.semiimplicit.integration.SemiImplicitEulerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contact against closed forms. */
class ContactMechanicsTest {

  private static final Integrator SEMI_IMPLICIT =
      TestWorlds.integrator(new SemiImplicitEulerProvider());
  private static final Integrator RK4 = TestWorlds.integrator(new RungeKutta4Provider());
  private static final double G = Scene.EARTH_GRAVITY.norm();
  private static final double MASS = 0.2;

  private static SceneBody block(
      double halfX, double halfZ, Material material, Vec3 position, Quat rotation, Shape shape) {
    double x = MASS / 3 * (halfX * halfX + halfZ * halfZ);
    return SceneBody.free(
        "block",
        new MassProperties(
            MASS, Vec3.ZERO, SymmetricMatrix3.diagonal(x, x, MASS / 3 * 2 * halfX * halfX)),
        List.of(Collider.centred("shape", shape)),
        material,
        Pose.inWorld("block", position, rotation),
        Twist.zero(Pose.WORLD, "block"));
  }

  private static SceneBody ground(Material material, Quat rotation) {
    return SceneBody.fixed(
        "ground",
        List.of(Collider.centred("plane", new Shape.Plane())),
        material,
        Pose.inWorld("ground", Vec3.ZERO, rotation));
  }

  private static Scene blockOnGround(double halfX, double halfZ, Material material, Quat incline) {
    Vec3 position = incline.rotate(new Vec3(0, 0, halfZ));
    return TestWorlds.scene(
        Scene.EARTH_GRAVITY,
        block(halfX, halfZ, material, position, incline, new Shape.Box(halfX, halfX, halfZ)),
        ground(material, incline));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e3, 1e4})
  void aRestingBlockSinksByItsWeightOverTheStiffness(double stiffness) {
    Material material = new Material(0.5, stiffness, 0.7 * Math.sqrt(stiffness * MASS));
    Scene scene = blockOnGround(0.03, 0.02, material, Quat.IDENTITY);
    try (Simulation simulation = TestWorlds.open(scene, 5e-4, SEMI_IMPLICIT)) {
      simulation.step(Actuation.NONE, 4000);
      double depth = 0.02 - simulation.bodies().pose("block").position().z();
      assertThat(depth).isCloseTo(MASS * G / stiffness, offset(1e-6 * depth + 1e-12));
      assertThat(simulation.contacts().contacts()).hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5})
  void aBlockSlidesDownAnInclineIfSteeperThanFriction(double friction) {
    Material material = new Material(friction, 1e4, 40);
    for (double tangent : new double[] {0.9 * friction, 1.1 * friction}) {
      double angle = Math.atan(tangent);
      Scene scene = blockOnGround(0.04, 0.01, material, Quat.aboutAxis(Vec3.Y, angle));
      try (Simulation simulation = TestWorlds.open(scene, 1e-4, SEMI_IMPLICIT)) {
        simulation.step(Actuation.NONE, 2000);
        double before = simulation.bodies().twist("block").linear().norm();
        simulation.step(Actuation.NONE, 5000);
        double gained = simulation.bodies().twist("block").linear().norm() - before;
        if (tangent < friction) {
          // creeps with the slip speed, but gains none
          assertThat(gained).as("speed gained at %s", tangent).isCloseTo(0, offset(1e-5));
        } else {
          double expected = G * (Math.sin(angle) - friction * Math.cos(angle)) * 0.5;
          assertThat(gained)
              .as("speed gained at %s", tangent)
              .isCloseTo(expected, offset(0.02 * expected));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 1.25})
  void aPushedBlockTipsIfItsBaseIsNarrowerThanFrictionAllows(double ratio) {
    double friction = 0.5;
    double height = 0.06;
    // pushed at height h with F slightly above mu m g: tips if b / h < mu
    double halfBase = ratio * friction * height;
    Material material = new Material(friction, 2e4, 60);
    Scene scene = blockOnGround(halfBase, height / 2, material, Quat.IDENTITY);
    try (Simulation simulation = TestWorlds.open(scene, 1e-4, SEMI_IMPLICIT)) {
      simulation.step(Actuation.NONE, 2000);
      for (int i = 0; i < 3000; i++) {
        // at the top edge, in the direction x
        Vec3 force = new Vec3(1.05 * friction * MASS * G, 0, 0);
        simulation.apply(
            new ExternalWrench(
                Wrench.ofForceAt(Pose.WORLD, "block", new Vec3(0, 0, height / 2), force)));
        simulation.step(Actuation.NONE, 1);
      }
      double tilt = simulation.bodies().pose("block").rotation().angleTo(Quat.IDENTITY);
      double slide = simulation.bodies().pose("block").position().x();
      if (ratio < 1) {
        assertThat(tilt).as("tilt").isGreaterThan(0.1);
      } else {
        assertThat(tilt).as("tilt").isLessThan(0.01);
        assertThat(slide).as("slide").isGreaterThan(0.005);
      }
    }
  }

  @Test
  void anIsolatedCollisionKeepsLinearAndAngularMomentum() {
    Material material = new Material(0.4, 2e3, 1);
    SceneBody first =
        SceneBody.free(
            "first",
            new MassProperties(
                0.1, new Vec3(0.004, 0, 0.002), SymmetricMatrix3.diagonal(4e-5, 5e-5, 6e-5)),
            List.of(Collider.centred("box", new Shape.Box(0.02, 0.03, 0.025))),
            material,
            Pose.inWorld("first", new Vec3(-0.06, 0.01, 0), Quat.fromRollPitchYaw(0.2, 0.3, 0.4)),
            new Twist(Pose.WORLD, "first", new Vec3(1, 2, -1), new Vec3(0.8, 0, 0)));
    SceneBody second =
        SceneBody.free(
            "second",
            new MassProperties(
                0.25, new Vec3(0, 0.003, 0), SymmetricMatrix3.diagonal(9e-5, 8e-5, 9e-5)),
            List.of(Collider.centred("ball", new Shape.Sphere(0.03))),
            material,
            Pose.inWorld("second", new Vec3(0.03, 0, 0.005), Quat.IDENTITY),
            new Twist(Pose.WORLD, "second", Vec3.ZERO, new Vec3(-0.3, 0.05, 0)));
    Scene scene = TestWorlds.scene(Vec3.ZERO, first, second);
    try (Simulation simulation = TestWorlds.open(scene, 1e-4, RK4)) {
      Vec3 linear = momentum(scene, simulation);
      Vec3 angular = angularMomentum(scene, simulation);
      Vec3 velocity = simulation.bodies().twist("first").linear();
      simulation.step(Actuation.NONE, 2000);
      assertThat(momentum(scene, simulation).distanceTo(linear)).isLessThan(1e-14);
      assertThat(angularMomentum(scene, simulation).distanceTo(angular)).isLessThan(1e-8);
      assertThat(simulation.bodies().twist("first").linear().distanceTo(velocity))
          .as("change of velocity")
          .isGreaterThan(0.3);
    }
  }

  private static Vec3 momentum(Scene scene, Simulation simulation) {
    Vec3 sum = Vec3.ZERO;
    for (SceneBody body : scene.bodies()) {
      sum = sum.plus(centerVelocity(body, simulation).times(body.mass().orElseThrow().mass()));
    }
    return sum;
  }

  private static Vec3 centerVelocity(SceneBody body, Simulation simulation) {
    Pose X_WB = simulation.bodies().pose(body.name());
    Vec3 arm = X_WB.rotation().rotate(body.mass().orElseThrow().centerOfMass());
    return simulation.bodies().twist(body.name()).velocityOfPoint(arm);
  }

  private static Vec3 angularMomentum(Scene scene, Simulation simulation) {
    Vec3 sum = Vec3.ZERO;
    for (SceneBody body : scene.bodies()) {
      MassProperties mass = body.mass().orElseThrow();
      Pose X_WB = simulation.bodies().pose(body.name());
      Vec3 center = X_WB.transform(mass.centerOfMass());
      Vec3 omega = simulation.bodies().twist(body.name()).angular();
      sum =
          sum.plus(mass.inertia().rotated(X_WB.rotation()).times(omega))
              .plus(center.cross(centerVelocity(body, simulation).times(mass.mass())));
    }
    return sum;
  }

  @Test
  void energyOfAnElasticBounceDriftsWithTheStep() {
    // a tilted box that bounces on several corners, without damping and friction
    double coarse = bounceDrift(2e-4);
    double fine = bounceDrift(5e-5);
    assertThat(coarse).isLessThan(0.02);
    assertThat(fine).isLessThan(0.5 * coarse);
  }

  /** Relative change of the energy over half a second of bouncing. */
  private static double bounceDrift(double dt) {
    Material material = new Material(0, 2e3, 0);
    Scene scene =
        TestWorlds.scene(
            Scene.EARTH_GRAVITY,
            block(
                0.03,
                0.02,
                material,
                new Vec3(0, 0, 0.06),
                Quat.fromRollPitchYaw(0.1, 0.15, 0),
                new Shape.Box(0.03, 0.03, 0.02)),
            ground(material, Quat.IDENTITY));
    try (Simulation simulation = TestWorlds.open(scene, dt, SEMI_IMPLICIT)) {
      double before = energy(scene, simulation);
      double worst = 0;
      for (int i = 0; i < 50; i++) {
        simulation.step(Actuation.NONE, (int) Math.round(0.01 / dt));
        if (simulation.contacts().contacts().isEmpty()) {
          worst = Math.max(worst, Math.abs(energy(scene, simulation) / before - 1));
        }
      }
      return worst;
    }
  }

  private static double energy(Scene scene, Simulation simulation) {
    SceneBody body = scene.body("block");
    MassProperties mass = body.mass().orElseThrow();
    Pose pose = simulation.bodies().pose("block");
    Twist twist = simulation.bodies().twist("block");
    double spin =
        twist.angular().dot(mass.inertia().rotated(pose.rotation()).times(twist.angular()));
    double linear = mass.mass() * twist.linear().dot(twist.linear());
    return (spin + linear) / 2 + mass.mass() * G * pose.position().z();
  }

  @Test
  void stepsInContactDoNotAllocate() {
    Material material = new Material(0.5, 1e4, 30);
    Scene scene = blockOnGround(0.03, 0.02, material, Quat.IDENTITY);
    try (Simulation simulation = TestWorlds.open(scene, 5e-4, SEMI_IMPLICIT)) {
      simulation.step(Actuation.NONE, 20_000);
      var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      simulation.step(Actuation.NONE, 10_000);
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }
  }

  @Test
  void tooDeepAContactNamesBodiesTimeAndCause() {
    Material soft = new Material(0.5, 10, 0.1);
    Scene scene = blockOnGround(0.03, 0.02, soft, Quat.IDENTITY);
    try (Simulation simulation = TestWorlds.open(scene, 1e-3, SEMI_IMPLICIT)) {
      assertThatThrownBy(() -> simulation.step(Actuation.NONE, 1000))
          .isInstanceOf(SimulationException.class)
          .hasMessageContaining("'block' and 'ground'")
          .hasMessageContaining("t = 0.0")
          .hasMessageContaining("Likely cause");
    }
  }

  @Test
  void aFineMeshTouchesWithFewPoints() {
    // 66 000 vertices on an ellipsoid that rolls on a plane
    Material material = new Material(0.5, 2e3, 5);
    Scene scene =
        TestWorlds.scene(
            Scene.EARTH_GRAVITY,
            block(
                0.03,
                0.02,
                material,
                new Vec3(0, 0, 0.0195),
                Quat.IDENTITY,
                new Shape.Mesh(ellipsoid(256, 0.04, 0.03, 0.02))),
            ground(material, Quat.IDENTITY));
    try (Simulation simulation = TestWorlds.open(scene, 1e-3, SEMI_IMPLICIT)) {
      simulation.step(Actuation.NONE, 1000);
      assertThat(simulation.contacts().contacts()).hasSizeBetween(1, 60);
      double depth = 0.02 - simulation.bodies().pose("block").position().z();
      // one point alone would sink by 2 m g / k_e, many by less
      assertThat(depth).isBetween(0.1 * MASS * G / 2e3, 2.5 * MASS * G / 2e3);
    }
  }

  private static TriangleMesh ellipsoid(int rings, double a, double b, double c) {
    double[] vertices = new double[3 * rings * rings];
    for (int i = 0; i < rings; i++) {
      for (int j = 0; j < rings; j++) {
        double polar = Math.PI * (i + 0.5) / rings;
        double azimuth = 2 * Math.PI * j / rings;
        int k = 3 * (i * rings + j);
        vertices[k] = a * Math.sin(polar) * Math.cos(azimuth);
        vertices[k + 1] = b * Math.sin(polar) * Math.sin(azimuth);
        vertices[k + 2] = c * Math.cos(polar);
      }
    }
    int[] triangles = new int[6 * (rings - 1) * rings];
    int t = 0;
    for (int i = 0; i + 1 < rings; i++) {
      for (int j = 0; j < rings; j++) {
        int next = (j + 1) % rings;
        int[] square = {
          i * rings + j, (i + 1) * rings + j, (i + 1) * rings + next, i * rings + next
        };
        for (int corner : new int[] {0, 1, 2, 0, 2, 3}) {
          triangles[t++] = square[corner];
        }
      }
    }
    return new TriangleMesh(vertices, triangles);
  }
}
