package org.dextwin.experiments.dexndm.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.learning.proprioception.CompensatedPolicy;
import org.dextwin.learning.proprioception.CompensatingTrainer;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/**
 * Corrects for joints that go another part of the way to their targets: where the base policy's
 * target is so far away, the corrected one is farther by the ratio of the two parts.
 *
 * @param body how the hand is felt and moved
 */
public record LagCompensation(Proprioception body) implements CompensatingTrainer {

  private static final String NAME = "ratio.txt";

  @Override
  public CompensatedPolicy train(
      ProprioceptiveTask source, Policy base, DifferentiableDynamicsModel target, TrainingRun run) {
    run.checkCancelled();
    double ratio = lagOf(source, base) / lagOf(target);
    try {
      Files.writeString(run.checkpoints().resolve(NAME), Double.toString(ratio));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Corrected(body, base, ratio);
  }

  private static double lagOf(DifferentiableDynamicsModel model) {
    DynamicsSpec spec = model.spec();
    float[] history = new float[spec.historySize()];
    history[spec.positionAt(spec.window() - 1, 0) + spec.joints().size()] = 1;
    return model.predict(history, 1)[0];
  }

  private static double lagOf(ProprioceptiveTask task, Policy base) {
    Proprioception body = task.proprioception();
    int newest = body.window() - 1;
    double moved = 0;
    double way = 0;
    try (Environment environment = task.open()) {
      base.reset(1);
      float[] before = environment.reset(1);
      Optional<StepOutcome.Ending> ending = Optional.empty();
      while (ending.isEmpty()) {
        StepOutcome outcome = environment.step(base.act(before));
        float[] after = outcome.observation();
        double q = before[body.positionAt(newest, 0)];
        moved += Math.abs(after[body.positionAt(newest, 0)] - q);
        way += Math.abs(after[body.targetAt(newest, 0)] - q);
        before = after;
        ending = outcome.ending();
      }
    }
    return moved / way;
  }

  @Override
  public CompensatedPolicy load(Path checkpoint, Policy base) {
    try {
      return new Corrected(
          body, base, Double.parseDouble(Files.readString(checkpoint.resolve(NAME))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Policy train(Task task, TrainingRun run) {
    throw new UnsupportedOperationException("needs a base policy");
  }

  @Override
  public Policy load(Path checkpoint, PolicySpec spec) {
    throw new UnsupportedOperationException("needs a base policy");
  }

  @Override
  public void close() {
    // holds nothing
  }

  private static final class Corrected implements CompensatedPolicy {

    private final Proprioception body;
    private final Policy base;
    private final double ratio;
    private final double[] sums;
    private long steps;
    private float[] own = new float[0];

    Corrected(Proprioception body, Policy base, double ratio) {
      this.body = body;
      this.base = base;
      this.ratio = ratio;
      this.sums = new double[body.joints().size()];
    }

    @Override
    public PolicySpec spec() {
      return body.spec();
    }

    @Override
    public void reset(long seed) {
      base.reset(seed);
      own = new float[0];
    }

    @Override
    public float[] act(float[] observation) {
      int newest = body.window() - 1;
      float[] inForce = new float[sums.length];
      System.arraycopy(observation, body.targetAt(newest, 0), inForce, 0, inForce.length);
      if (own.length == 0) {
        own = inForce.clone();
      }
      float[] seen = observation.clone();
      System.arraycopy(own, 0, seen, body.targetAt(newest, 0), own.length);
      body.advance(own, base.act(seen));
      float[] wanted = own.clone();
      for (int j = 0; j < wanted.length; j++) {
        double correction = (ratio - 1) * (own[j] - observation[body.positionAt(newest, j)]);
        wanted[j] += (float) correction;
        sums[j] += Math.abs(correction);
      }
      steps++;
      return body.correctedActionBetween(inForce, wanted);
    }

    @Override
    public List<Double> meanCorrections() {
      List<Double> means = new ArrayList<>();
      for (double sum : sums) {
        means.add(steps == 0 ? 0 : sum / steps);
      }
      return means;
    }

    @Override
    public void close() {
      // the base stays open
    }
  }
}
