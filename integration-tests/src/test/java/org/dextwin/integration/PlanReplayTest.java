package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.dextwin.api.learning.MotionGoal;
import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.learning.MotionPlanningException;
import org.dextwin.api.learning.MotionPlanningException.Reason;
import org.dextwin.api.learning.MotionRequest;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.sim.ContactReport.Contact;
import org.dextwin.api.sim.ModelFileSimulator;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Simulator;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.mechanics.mjcf.MjcfWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plans for an arm with a hand round boxes on a table, replayed in MuJoCo, which then looks for
 * contacts by its own means: between the robot and what stands round it, and between its links.
 */
class PlanReplayTest {

  private static final int PLANS = 6;

  /** Moments of a replay, a second [Hz]. */
  private static final double RATE = 200;

  private static final Material SURFACE = new Material(0.8, 1e4, 10);

  /** Posture that Franka Robotics calls ready. */
  private static final double[] READY = {
    0, -Math.PI / 4, 0, -3 * Math.PI / 4, 0, Math.PI / 2, Math.PI / 4
  };

  /** A box that stands still. */
  private record Block(String name, Vec3 center, Shape.Box box) {

    SceneBody body() {
      return SceneBody.fixed(
          name,
          List.of(Collider.centred("box", box)),
          SURFACE,
          Pose.inWorld(name, center, Quat.IDENTITY));
    }

    String mjcf() {
      return String.format(
          Locale.ROOT,
          "<body name='%s' pos='%s %s %s'><geom type='box' size='%s %s %s'/></body>",
          name,
          center.x(),
          center.y(),
          center.z(),
          box.halfX(),
          box.halfY(),
          box.halfZ());
    }
  }

  private static final List<Block> BLOCKS =
      List.of(
          new Block("table", new Vec3(0.4, 0, -0.05), new Shape.Box(0.8, 0.9, 0.05)),
          new Block("wall", new Vec3(0.55, 0, 0.25), new Shape.Box(0.25, 0.02, 0.25)),
          new Block("crate", new Vec3(0.05, 0.6, 0.15), new Shape.Box(0.12, 0.12, 0.15)),
          new Block("shelf", new Vec3(0.55, 0, 0.95), new Shape.Box(0.25, 0.4, 0.01)));

  @TempDir private static Path folder = Path.of("");
  private static OpenAssembly parts;

  @BeforeAll
  static void open() throws IOException {
    parts =
        OpenAssembly.of(
            """
            simulator { type = mujoco, time-step-s = 0.002 }
            hand { type = leap }
            arm { type = franka, tool = hand }
            motion-planner { type = rrt-connect }
            """,
            folder);
  }

  @AfterAll
  static void close() {
    parts.close();
  }

  private final ArmModel arm = parts.get(Arm.class, "arm").model();
  private final RobotModel robot = arm.robot();
  private final KinematicTree tree = new KinematicTree(robot);
  private final MotionPlanner planner = parts.get(MotionPlanner.class, "motion-planner");
  private final Scene scene =
      new Scene(
          "table",
          Scene.EARTH_GRAVITY,
          BLOCKS.stream().map(Block::body).toList(),
          List.of(
              new SceneRobot(
                  "arm",
                  robot,
                  Pose.inWorld("arm", Vec3.ZERO, Quat.IDENTITY),
                  SURFACE,
                  JointVector.zero(robot.kinematicOrder()))),
          List.of());

  /** The arm near its ready posture, turned to a side, and the hand open. */
  private JointVector posture(double turn, double spread, SplittableRandom random) {
    double[] q = new double[robot.kinematicOrder().size()];
    for (int i = 0; i < READY.length; i++) {
      q[robot.kinematicOrder().indexOf(arm.armJoints().get(i))] =
          READY[i] + (i == 0 ? turn : spread * (2 * random.nextDouble() - 1));
    }
    return new JointVector(robot.kinematicOrder(), q);
  }

  private Set<String> handJoints() {
    Set<String> joints = new HashSet<>(robot.kinematicOrder().joints());
    joints.removeAll(arm.armJoints());
    return joints;
  }

  @Test
  void plansTouchNothingAndKeepTheLimits() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    int detours = 0;
    int planned = 0;
    try (Simulation mujoco = world()) {
      Set<String> always = touching(mujoco, posture(-1.1, 0, random));
      // the shoulder turns in its socket
      assertThat(always).as("what touches in the ready posture").containsOnly("link0 and link1");
      assertThat(touching(mujoco, folded())).as("what touches, folded").anyMatch(this::isOfTheArm);
      while (planned < PLANS) {
        JointVector start = posture(-0.9 - 0.4 * random.nextDouble(), 0.5, random);
        JointVector goal = posture(0.9 + 0.4 * random.nextDouble(), 0.5, random);
        MotionPlan plan;
        try {
          plan = planner.plan(request(start, goal, planned % 2 == 1));
        } catch (MotionPlanningException e) { // drawn into something
          assertThat(e.reason()).isIn(Reason.START_IN_COLLISION, Reason.GOAL_IN_COLLISION);
          continue;
        }
        planned++;
        JointVector end = plan.at(plan.duration()).positions();
        detours += isHindered(mujoco, always, start, end) ? 1 : 0;
        replay(mujoco, always, plan);
      }
    }
    assertThat(detours).as("plans whose straight line MuJoCo sees touch").isGreaterThan(PLANS / 2);
  }

  /** The forearm against the upper arm, the hand up in the air. */
  private JointVector folded() {
    double[] q = new double[robot.kinematicOrder().size()];
    q[robot.kinematicOrder().indexOf(arm.armJoints().get(3))] = -3.07;
    return new JointVector(robot.kinematicOrder(), q);
  }

  private boolean isOfTheArm(String pair) {
    return pair.matches("link[1-3] and link[5-7]");
  }

  /** To joint positions, or to the flange's pose at them. */
  private MotionRequest request(JointVector start, JointVector goal, boolean asPose) {
    LinkPoses poses = tree.newPoses();
    tree.forward(goal, poses);
    return new MotionRequest(
        scene,
        "arm",
        start,
        asPose
            ? new MotionGoal.LinkPose(poses.pose(tree.linkIndex(arm.flange())))
            : new MotionGoal.Configuration(goal),
        handJoints());
  }

  private void replay(Simulation mujoco, Set<String> always, MotionPlan plan) {
    int steps = (int) Math.ceil(plan.duration() * RATE);
    for (int k = 0; k <= steps; k++) {
      double time = plan.duration() * k / steps;
      MotionPlan.State state = plan.at(time);
      Set<String> touching = touching(mujoco, state.positions());
      touching.removeAll(always);
      assertThat(touching).as("what touches at %s s of %s s", time, plan.duration()).isEmpty();
      requireWithinLimits(state);
    }
  }

  private void requireWithinLimits(MotionPlan.State state) {
    for (Joint joint : robot.movingJoints()) {
      assertThat(state.positions().get(joint.name()))
          .as("position of '%s' [rad]", joint.name())
          .isBetween(joint.lower(), joint.upper());
    }
    double rounding = 1 + 1e-12;
    for (Actuator motor : robot.actuators()) {
      assertThat(Math.abs(state.velocities().get(motor.joint())))
          .as("speed of '%s' [rad/s]", motor.joint())
          .isLessThanOrEqualTo(motor.velocityLimit() * rounding);
      assertThat(Math.abs(state.accelerations().get(motor.joint())))
          .as("acceleration of '%s' [rad/s^2]", motor.joint())
          .isLessThanOrEqualTo(motor.accelerationLimit() * rounding);
    }
  }

  private boolean isHindered(
      Simulation mujoco, Set<String> always, JointVector start, JointVector end) {
    double[] from = start.values(robot.kinematicOrder());
    double[] to = end.values(robot.kinematicOrder());
    for (int k = 0; k <= 100; k++) {
      double[] q = new double[from.length];
      for (int i = 0; i < q.length; i++) {
        q[i] = from[i] + k / 100.0 * (to[i] - from[i]);
      }
      Set<String> touching = touching(mujoco, new JointVector(robot.kinematicOrder(), q));
      touching.removeAll(always);
      if (!touching.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The robot as exported, but with links that touch each other, among the blocks. */
  private Simulation world() throws IOException {
    String text = MjcfWriter.write(robot);
    List<String> blocks = BLOCKS.stream().map(Block::mjcf).toList();
    String world =
        text.replace("contype=\"0\"", "contype=\"1\"")
            .replace("<worldbody>", "<worldbody>" + String.join("", blocks));
    assertThat(world).contains("contype=\"1\"").contains("name='shelf'");
    ModelFileSimulator simulator = (ModelFileSimulator) parts.get(Simulator.class, "simulator");
    return simulator.open(Files.writeString(folder.resolve("world.xml"), world));
  }

  /** Pairs of bodies in contact. */
  private Set<String> touching(Simulation mujoco, JointVector positions) {
    SimulationState state = mujoco.state();
    double[] q = state.q();
    for (String joint : mujoco.layout().joints()) {
      q[mujoco.layout().jointPosition(joint)] =
          positions.get(joint.substring(joint.indexOf('/') + 1));
    }
    mujoco.restore(new SimulationState(state.time(), q, state.v(), state.internal()));
    Set<String> pairs = new TreeSet<>();
    for (Contact contact : mujoco.contacts().contacts()) {
      List<String> bodies = new ArrayList<>(List.of(contact.first(), contact.second()));
      bodies.sort(null);
      pairs.add(bodies.get(0) + " and " + bodies.get(1));
    }
    return pairs;
  }
}
