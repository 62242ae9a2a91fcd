package org.dextwin.sim.mujoco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A laboratory's own model, with what scenes of this framework do not have. */
class ModelFileTest {

  /** Ball joints, tendons, mocap bodies, activations, things without names. */
  static final String ZOO =
      """
      <option timestep="0.0015"/>
      <size nuserdata="2"/>
      <worldbody>
        <geom type="plane" size="2 2 0.1"/>
        <body name="box" pos="0 0 0.3"><freejoint/><geom type="box" size="0.05 0.04 0.03" mass="0.4"/></body>
        <body name="arm" pos="1 0 0.8">
          <joint name="shoulder" axis="0 1 0" damping="0.1"/>
          <geom type="capsule" size="0.02" fromto="0 0 0 0.3 0 0" mass="0.5"/>
          <body pos="0.3 0 0">
            <joint type="ball" damping="0.01"/>
            <geom type="capsule" size="0.02" fromto="0 0 0 0.2 0 0" mass="0.2"/>
            <body pos="0.2 0 0">
              <joint axis="0 1 0" type="slide" range="-0.1 0.1" limited="true"/>
              <geom size="0.03" mass="0.1"/>
              <site name="tip"/>
            </body>
          </body>
        </body>
        <body name="hand" mocap="true" pos="0 1 1"><geom size="0.02" contype="0" conaffinity="0"/></body>
        <body pos="0 -1 0.5"><freejoint/><geom size="0.05" mass="0.1"/></body>
      </worldbody>
      <tendon><fixed name="cable"><joint joint="shoulder" coef="1"/></fixed></tendon>
      <actuator>
        <motor name="torque" joint="shoulder"/>
        <motor name="pull" tendon="cable"/>
        <general joint="shoulder" dyntype="filter" dynprm="0.05" gainprm="2"/>
      </actuator>
      <keyframe><key name="raised" ctrl="1 1 1"/></keyframe>
      """;

  @TempDir Path folder;

  private Simulation open(String content) {
    return TestEngine.simulator().open(TestEngine.model(folder, content));
  }

  @Test
  void thingsAreFoundByName() {
    try (Simulation simulation = open(ZOO)) {
      assertThat(simulation.layout().bodies()).containsExactly("box", "body6");
      assertThat(simulation.layout().joints()).containsExactly("arm/shoulder", "arm/joint3");
      assertThat(simulation.layout().actuators())
          .containsExactly("arm/torque", "pull", "arm/actuator2");
      assertThat(simulation.joints().positions("arm").order().joints())
          .containsExactly("shoulder", "joint3");
      assertThat(simulation.bodies().pose("hand").position()).isEqualTo(new Vec3(0, 1, 1));
      assertThat(simulation.bodies().pose("body3").position().x()).isCloseTo(1.3, within(1e-12));
      assertThat(simulation.parameters().get("box.mass")).isCloseTo(0.4, within(1e-12));
      assertThat(simulation.state().time()).isZero();
    }
  }

  @Test
  void timeStepIsThatOfTheFile() {
    try (Simulation simulation = open(ZOO)) {
      Trajectory trajectory = simulation.rollout(controls(10));
      assertThat(trajectory.timeStep()).isEqualTo(0.0015);
      assertThat(simulation.state().time()).isCloseTo(0.015, within(1e-12));
    }
  }

  @Test
  void everythingReplaysBitwise() {
    try (Simulation simulation = open(ZOO)) {
      simulation.step(new Actuation(0.5, -0.2, 1), 150);
      SimulationState saved = simulation.state();
      Trajectory first = simulation.rollout(controls(400));
      SimulationState end = simulation.state();
      assertThat(simulation.contacts().contacts()).as("contacts at the end").isNotEmpty();
      simulation.restore(saved);
      Trajectory second = simulation.rollout(controls(400));
      assertThat(simulation.state()).isEqualTo(end);
      for (int i = 0; i < simulation.layout().space().nq(); i++) {
        assertThat(second.position(400, i)).isEqualTo(first.position(400, i));
      }
    }
  }

  private static ControlSequence controls(int steps) {
    double[] targets = new double[3 * steps];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = Math.sin(0.01 * i);
    }
    return new ControlSequence(steps, 3, targets, List.of());
  }

  @Test
  void lookingChangesNothing() {
    try (Simulation watched = open(ZOO);
        Simulation alone = TestEngine.simulator().open(folder.resolve("model.xml"))) {
      for (int i = 0; i < 200; i++) {
        watched.step(new Actuation(1, 0, 0), 3);
        watched.contacts();
        watched.bodies().twist("body4");
        alone.step(new Actuation(1, 0, 0), 3);
      }
      assertThat(watched.state()).isEqualTo(alone.state());
    }
  }

  @Test
  void velocitiesOfLinksAreThoseOfTheirOrigins() {
    try (Simulation simulation = open(ZOO)) {
      simulation.step(new Actuation(1, 0, 0), 200);
      double dt = 1e-6;
      for (String body : List.of("arm", "body3", "body4", "box", "body6")) {
        SimulationState state = simulation.state();
        Pose before = simulation.bodies().pose(body);
        Twist twist = simulation.bodies().twist(body);
        assertThat(twist.linear().norm() + twist.angular().norm()).as(body).isGreaterThan(1e-3);
        Pose after = stepOf(dt, state, body);
        Vec3 moved = after.position().minus(before.position()).times(1 / dt);
        assertThat(moved.distanceTo(twist.linear())).as("velocity of %s", body).isLessThan(1e-4);
        Quat turned = after.rotation().times(before.rotation().inverse());
        Vec3 angular = new Vec3(turned.x(), turned.y(), turned.z()).times(2 / dt);
        assertThat(angular.distanceTo(twist.angular())).as("turning of %s", body).isLessThan(1e-3);
      }
    }
  }

  /** The same model with a tiny time step, from a state on. */
  private Pose stepOf(double dt, SimulationState state, String body) {
    String slow = ZOO.replace("timestep=\"0.0015\"", "timestep=\"" + dt + "\"");
    Path file = TestEngine.write(folder.resolve("slow.xml"), "<mujoco>" + slow + "</mujoco>");
    try (Simulation simulation = TestEngine.simulator().open(file)) {
      simulation.restore(state);
      simulation.step(new Actuation(1, 0, 0), 1);
      return simulation.bodies().pose(body);
    }
  }

  @Test
  void meshesAndIncludesAreFoundRelativeToTheModel() throws Exception {
    Files.createDirectories(folder.resolve("meshes/parts"));
    TestEngine.write(
        folder.resolve("meshes/parts/tetra.obj"),
        "v 0 0 0\nv 0.1 0 0\nv 0 0.1 0\nv 0 0 0.1\nf 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n");
    TestEngine.write(
        folder.resolve("assets.xml"),
        "<mujoco><asset><mesh name='tetra' file='parts/tetra.obj'/></asset></mujoco>");
    String content =
        """
        <!-- two hyphens -- in a comment, which strict parsers refuse -->
        <compiler meshdir="meshes"/>
        <include file="assets.xml"/>
        <worldbody>
          <body name="thing" pos="0 0 1"><freejoint/><geom type="mesh" mesh="tetra"/></body>
        </worldbody>
        """;
    try (Simulation simulation = open(content)) {
      simulation.step(Actuation.NONE, 10);
      assertThat(simulation.bodies().pose("thing").position().z()).isLessThan(1);
    }
  }
}
