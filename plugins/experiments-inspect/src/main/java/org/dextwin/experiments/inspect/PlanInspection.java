package org.dextwin.experiments.inspect;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.learning.MotionGoal;
import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.learning.MotionRequest;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneRobot;

/** Plans a motion of an arm that nothing hinders, about the middle of its joints' ranges. */
final class PlanInspection implements Inspection {

  private static final String ARM = "arm";
  private static final int SAMPLES = 100;

  private final MotionPlanner planner;
  private final RobotModel robot;
  private final double range;

  PlanInspection(MotionPlanner planner, RobotModel robot, double range) {
    this.planner = planner;
    this.robot = robot;
    this.range = range;
  }

  private JointVector at(double share) {
    return new JointVector(
        robot.kinematicOrder(),
        robot.movingJoints().stream()
            .mapToDouble(j -> j.lower() + share * (j.upper() - j.lower()))
            .toArray());
  }

  @Override
  public void report(ExperimentContext context) {
    JointVector start = at((1 - range) / 2);
    JointVector goal = at((1 + range) / 2);
    Scene scene =
        new Scene(
            "inspection",
            Scene.EARTH_GRAVITY,
            List.of(),
            List.of(
                new SceneRobot(
                    ARM, robot, Pose.identity(Pose.WORLD, ARM), new Material(1, 1000, 1), start)),
            List.of());
    MotionPlan plan =
        planner.plan(new MotionRequest(scene, ARM, start, new MotionGoal.Configuration(goal)));
    double[] times = new double[SAMPLES + 1];
    double fastest = 0;
    List<Plot.Series> series = new ArrayList<>();
    for (Joint joint : robot.movingJoints()) {
      double[] positions = new double[SAMPLES + 1];
      for (int i = 0; i <= SAMPLES; i++) {
        context.checkCancelled();
        times[i] = plan.duration() * i / SAMPLES;
        MotionPlan.State state = plan.at(times[i]);
        positions[i] = state.positions().get(joint.name());
        fastest = Math.max(fastest, Math.abs(state.velocities().get(joint.name())));
      }
      series.add(new Plot.Series(joint.name(), Plot.Style.LINE, times, positions));
    }
    context.metric("plan_duration_s", plan.duration());
    context.metric("plan_fastest_joint_rad_s", fastest);
    context.plot(
        new Plot(
            "plan",
            "Planned motion",
            "time [s]",
            "position [rad or m]",
            Plot.Scale.LINEAR,
            series));
  }
}
