package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.ModelFileSimulator;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Simulator;
import org.dextwin.mechanics.kinematics.JointRanges;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.mechanics.mjcf.MjcfWriter;
import org.dextwin.mechanics.urdf.UrdfWriter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MuJoCo's own kinematics of the files that we export are ours. */
class ExportedKinematicsTest {

  /** Largest distance of a point of a link [m]. */
  private static final double TOLERANCE = 1e-9;

  private static final int CONFIGURATIONS = 20;

  /** Points that see every rotation. */
  private static final List<Vec3> POINTS =
      List.of(Vec3.ZERO, new Vec3(0.3, 0.1, -0.2), new Vec3(-0.1, 0.2, 0.3));

  /** What MuJoCo would change of a URDF file unless it is told: links that do not move. */
  private static final String FOR_MUJOCO =
      "<mujoco><compiler fusestatic='false' boundmass='1e-9' boundinertia='1e-12'/></mujoco>";

  private static final String MUJOCO = "simulator { type = mujoco, time-step-s = 0.002 }\n";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hand { type = leap }",
        "hand { type = allegro }",
        "hand { type = allegro, allegro { side = left } }"
      })
  void linksOfAHandAreWhereWeHaveThem(String config) throws IOException {
    try (OpenAssembly parts = OpenAssembly.of(MUJOCO + config, folder)) {
      compare(parts, parts.get(Hand.class, "hand").model().robot());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arm { type = franka }",
        "arm { type = franka, tool = hand }, hand { type = leap }",
        "arm { type = franka, franka { variant = fr3 }, tool = hand, tool-position-m = [0.01, 0.02,"
            + " 0.05], tool-rotation-deg = [10, 20, 30] }, hand { type = allegro }"
      })
  void linksOfAnArmAreWhereWeHaveThem(String config) throws IOException {
    try (OpenAssembly parts = OpenAssembly.of(MUJOCO + config, folder)) {
      compare(parts, parts.get(Arm.class, "arm").model().robot());
    }
  }

  private void compare(OpenAssembly parts, RobotModel robot) throws IOException {
    ModelFileSimulator mujoco = (ModelFileSimulator) parts.get(Simulator.class, "simulator");
    Path mjcf = Files.writeString(folder.resolve("robot.xml"), MjcfWriter.write(robot));
    try (Simulation simulation = mujoco.open(mjcf)) {
      compare("MJCF", simulation, robot, 0);
    }
    Path urdf = Files.writeString(folder.resolve("robot.urdf"), urdf(robot));
    try (Simulation simulation = mujoco.open(urdf)) {
      compare("URDF", simulation, robot, 1); // MuJoCo merges the root link into its world
    }
  }

  private static void compare(
      String format, Simulation simulation, RobotModel robot, int firstLink) {
    KinematicTree tree = new KinematicTree(robot);
    LinkPoses poses = tree.newPoses();
    JointRanges ranges = new JointRanges(robot);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < CONFIGURATIONS; i++) {
      double[] q = ranges.draw(random);
      tree.forward(q, 0, poses);
      place(simulation, tree, q);
      for (int link = firstLink; link < tree.linkCount(); link++) {
        Pose expected = poses.pose(link);
        Pose found = simulation.bodies().pose(expected.body());
        for (Vec3 point : POINTS) {
          assertThat(found.transform(point).distanceTo(expected.transform(point)))
              .as("distance of a point of '%s' by the %s [m]", expected.body(), format)
              .isLessThan(TOLERANCE);
        }
      }
    }
  }

  private static String urdf(RobotModel robot) {
    String text = UrdfWriter.text(robot);
    String told = text.replaceFirst("(<robot [^>]*>)", "$1" + FOR_MUJOCO);
    assertThat(told).isNotEqualTo(text);
    return told;
  }

  private static void place(Simulation simulation, KinematicTree tree, double[] q) {
    List<String> joints = simulation.layout().joints();
    Function<String, String> ownName = name -> name.substring(name.indexOf('/') + 1);
    assertThat(joints).hasSize(q.length);
    SimulationState state = simulation.state();
    double[] positions = state.q();
    for (String joint : joints) {
      positions[simulation.layout().jointPosition(joint)] =
          q[tree.order().indexOf(ownName.apply(joint))];
    }
    simulation.restore(new SimulationState(state.time(), positions, state.v(), state.internal()));
  }
}
