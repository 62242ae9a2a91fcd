package org.dextwin.experiments.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.MotionGoal;
import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.learning.Task;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.dextwin.testkit.experiment.TestExperimentContext;
import org.dextwin.testkit.retarget.FakeRetargeter;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything but tracks, with components whose answers are known. */
class InspectComponentsTest extends ExperimentContract<InspectConfig> {

  /** A spring, which is what solves the point mass; it may be told to break its promise. */
  private record Spring(float gain) implements Policy {

    @Override
    public PolicySpec spec() {
      return new PolicySpec(2, 1, 1);
    }

    @Override
    public void reset(long seed) {}

    @Override
    public float[] act(float[] observation) {
      float force = -gain * (observation[0] + 2 * observation[1]);
      return new float[] {gain > 10 ? force : Math.max(-1, Math.min(1, force))};
    }

    @Override
    public void close() {}
  }

  /** Goes a share of the way to its target. */
  private record Share(JointOrder joints, double share) implements DynamicsModel {

    @Override
    public DynamicsSpec spec() {
      return new DynamicsSpec(joints, 0.05, 1);
    }

    @Override
    public float[] predict(float[] histories, int count) {
      int n = joints.size();
      float[] next = new float[count * n];
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < n; j++) {
          float q = histories[2 * i * n + j];
          next[i * n + j] = (float) (q + share * (histories[(2 * i + 1) * n + j] - q));
        }
      }
      return next;
    }

    @Override
    public void close() {}
  }

  /** Goes straight, in one second. */
  private record Straight(JointVector start, JointVector end) implements MotionPlan {

    @Override
    public JointOrder order() {
      return start.order();
    }

    @Override
    public double duration() {
      return 1;
    }

    @Override
    public State at(double time) {
      double s = Math.max(0, Math.min(1, time));
      int n = order().size();
      double[] q = new double[n];
      double[] v = new double[n];
      double[] from = start.values(order());
      double[] to = end.values(order());
      for (int i = 0; i < n; i++) {
        q[i] = from[i] + s * (to[i] - from[i]);
        v[i] = to[i] - from[i];
      }
      return new State(
          new JointVector(order(), q),
          new JointVector(order(), v),
          new JointVector(order(), new double[n]));
    }
  }

  @TempDir private Path run;
  private float gain;

  @BeforeEach
  void keepPromises() {
    gain = 1;
  }

  @Override
  protected ComponentProvider<Experiment, InspectConfig> provider() {
    return new InspectProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    Map<String, Object> blocks = new HashMap<>();
    blocks.put("policy", Map.of("observations", 50));
    blocks.put("task", Map.of("episodes", 5));
    blocks.put("training", Map.of("evaluation-episodes", 5));
    blocks.put("dynamics", Map.of("steps", 200));
    blocks.put("dynamics-training", Map.of("joints", 2, "steps", 200));
    blocks.put("retarget", Map.of("frames", 30));
    blocks.put("plan", Map.of("range", 0.5));
    return blocks;
  }

  @Override
  protected void supply(TestComponentContext context) {
    RobotModel robot = new FakeHand(HandModel.Side.RIGHT).model().robot();
    context
        .with(Policy.class, new Spring(gain))
        .with(Task.class, new PointMass(new PointMassConfig(5, 0.05)))
        .with(PolicyTrainer.class, new SpringTrainer())
        .with(DynamicsModel.class, new Share(new JointOrder("two", List.of("a", "b")), share(0)))
        .with(DynamicsTrainer.class, new ShareTrainer())
        .with(Retargeter.class, new FakeRetargeter())
        .with(Hand.class, new FakeHand(HandModel.Side.RIGHT))
        .with(MotionPlanner.class, new StraightPlanner())
        .with(Arm.class, new ArmOf(new ArmModel(robot, "left-link-2")));
  }

  /** Of the servos' lag; the first one's time constant is 0.1 s, the second one's 0.15 s. */
  private static double share(int joint) {
    return 1 - Math.exp(-0.05 / (0.1 + 0.05 * joint));
  }

  private record ArmOf(ArmModel model) implements Arm {
    @Override
    public void close() {}
  }

  private static final class SpringTrainer implements PolicyTrainer {

    @Override
    public Policy train(Task task, TrainingRun training) {
      training.curve(1, Map.of("loss", 0.5));
      return new Spring(1);
    }

    @Override
    public Policy load(Path checkpoint, PolicySpec spec) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  private static final class ShareTrainer implements DynamicsTrainer {

    @Override
    public DynamicsModel train(
        Transitions transitions, Optional<Path> start, TrainingRun training) {
      return new Share(transitions.joints(), share(0));
    }

    @Override
    public DynamicsModel load(Path checkpoint) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  private static final class StraightPlanner implements MotionPlanner {

    @Override
    public MotionPlan plan(org.dextwin.api.learning.MotionRequest request) {
      MotionGoal.Configuration goal = (MotionGoal.Configuration) request.goal();
      return new Straight(request.start(), goal.positions());
    }

    @Override
    public void close() {}
  }

  private Map<String, Double> metrics() {
    TestExperimentContext context = new TestExperimentContext(run, Map.of());
    create().run(context);
    return context.metrics();
  }

  @Test
  void aPolicyThatSolvesTheTaskIsBetterThanChance() {
    Map<String, Double> metrics = metrics();
    assertThat(metrics).containsEntry("policy_repeats", 1.0).containsEntry("task_action_size", 1.0);
    assertThat(metrics.get("policy_largest_action")).isEqualTo(1);
    assertThat(metrics.get("task_random_success_share")).isLessThan(0.5);
    assertThat(metrics).containsEntry("training_trained_success_share", 1.0);
    assertThat(metrics.get("training_trained_mean_return"))
        .isGreaterThan(metrics.get("training_random_mean_return"));
  }

  @Test
  void aModelThatIsRightForOneServoIsOffByTheOther() {
    Map<String, Double> metrics = metrics();
    double rest = metrics.get("dynamics_error_of_rest_rad");
    // the first servo is predicted exactly, the second goes too far by a known share of its way
    double off = (share(0) - share(1)) / share(1);
    assertThat(metrics.get("dynamics_error_rad")).isBetween(0.1 * off * rest, off * rest);
    assertThat(metrics.get("dynamics_training_error_rad"))
        .isLessThan(metrics.get("dynamics_training_error_of_rest_rad"));
  }

  @Test
  void aStraightPlanIsMeasured() {
    Map<String, Double> metrics = metrics();
    assertThat(metrics).containsEntry("plan_duration_s", 1.0);
    // joints of the fake hand have a range of 2 rad, and move through half of it in a second
    assertThat(metrics.get("plan_fastest_joint_rad_s")).isCloseTo(1, within(1e-9));
    assertThat(metrics.get("retarget_used_range_share")).isBetween(0.2, 1.0);
    assertThat(metrics.get("retarget_largest_change_rad")).isBetween(0.01, 0.6);
  }

  @Test
  void aPolicyThatBreaksItsPromiseIsNamed() {
    gain = 100;
    TestExperimentContext context = new TestExperimentContext(run, Map.of());
    Experiment experiment = create();
    assertThatCode(() -> experiment.run(context))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("but promises 1 numbers up to 1.0");
  }
}
