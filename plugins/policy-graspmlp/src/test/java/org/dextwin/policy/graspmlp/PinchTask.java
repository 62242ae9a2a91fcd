package org.dextwin.policy.graspmlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;
import org.dextwin.learning.evaluation.GraspMeasures;

/**
 * A grasp in a formula: joints have to close on a box as far as its sides are away, and the force
 * to hold it grows with its mass. Contacts are joints that came near enough.
 */
final class PinchTask implements Task {

  static final double G = 9.81;
  private static final int VERTICES = 24;
  private static final double LARGEST_FORCE = 12;

  private final int joints;
  private final int demonstrations;

  PinchTask(int joints, int demonstrations) {
    this.joints = joints;
    this.demonstrations = demonstrations;
  }

  /** A box of some size and mass, seen by points on its sides. */
  private record Box(float x, float y, float z, float mass) {

    static Box draw(SplittableRandom random) {
      return new Box(
          (float) random.nextDouble(0.02, 0.05),
          (float) random.nextDouble(0.02, 0.05),
          (float) random.nextDouble(0.03, 0.08),
          (float) random.nextDouble(0.05, 0.3));
    }

    float[] observation() {
      float[] observation = new float[3 * VERTICES + 1];
      for (int n = 0; n < VERTICES; n++) { // corners, edge middles and more
        observation[3 * n] = x * ((n & 1) - 0.5f) * 2;
        observation[3 * n + 1] = y * (((n >> 1) & 1) - 0.5f) * 2;
        observation[3 * n + 2] = z * ((n >> 2) - 2.5f) / 2.5f;
      }
      observation[3 * VERTICES] = mass;
      return observation;
    }

    float target(int joint) {
      return (joint % 2 == 0 ? 1 - 30 * x : 30 * y - 1) * (joint % 3 == 0 ? 0.5f : 0.9f);
    }

    double force(int contacts) {
      return Math.min(1, mass * G * contacts / LARGEST_FORCE);
    }
  }

  @Override
  public PolicySpec spec() {
    return new PolicySpec(3 * VERTICES + 1, joints + 3, 1);
  }

  @Override
  public List<Demonstration> demonstrations() {
    SplittableRandom random = new SplittableRandom(17);
    List<Demonstration> list = new ArrayList<>();
    for (int n = 0; n < demonstrations; n++) {
      Box box = Box.draw(random);
      float[] action = new float[joints + 3];
      for (int j = 0; j < joints; j++) {
        action[j] = box.target(j);
      }
      action[joints] = 1; // demonstrated grasps succeed, Algorithm 1, line 6
      action[joints + 1] = 1;
      action[joints + 2] = 1;
      list.add(new Demonstration("box " + n, box.observation(), action));
    }
    return list;
  }

  @Override
  public Environment open() {
    return new Environment() {
      private Optional<Box> box = Optional.empty();

      @Override
      public float[] reset(long seed) {
        box = Optional.of(Box.draw(new SplittableRandom(seed)));
        return box.get().observation();
      }

      @Override
      public StepOutcome step(float[] action) {
        Box held = box.orElseThrow(() -> new IllegalStateException("no episode is under way"));
        box = Optional.empty();
        int contacts = 0;
        for (int j = 0; j < joints; j++) {
          contacts += Math.abs(action[j] - held.target(j)) < 0.15 ? 1 : 0;
        }
        boolean sustained = contacts >= 2;
        boolean retained = contacts >= joints / 2;
        return new StepOutcome(
            held.observation(),
            retained ? 1 : 0,
            Optional.of(new StepOutcome.Ending(retained, retained ? "held" : "slip")),
            Map.of(
                GraspMeasures.CONTACTS,
                (double) contacts,
                GraspMeasures.CONTACT_SUSTAINED,
                sustained ? 1.0 : 0.0,
                GraspMeasures.OBJECT_RETAINED,
                retained ? 1.0 : 0.0,
                GraspMeasures.FORCE_TARGET,
                held.force(contacts)));
      }

      @Override
      public void close() {
        box = Optional.empty();
      }
    };
  }

  @Override
  public void close() {}
}
